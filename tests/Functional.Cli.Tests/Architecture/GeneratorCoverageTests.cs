namespace Functional.Cli.Tests.Architecture;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Verification;
using Xunit;

/// <summary>Nothing that a network can be made of escapes the laws: random networks contain all of it, but for layers from functions of users' own.</summary>
public sealed class GeneratorCoverageTests
{
    private static readonly Type[] Families = [typeof(Architecture), typeof(Layer<>), typeof(Activation), typeof(Loss), typeof(Initialiser), typeof(Penalty), typeof(GradientTransformation), typeof(Schedule)];

    [Fact]
    public void Every_layer_activation_loss_initialiser_penalty_transformation_and_schedule_has_a_generator() => Assert.All(Members(), type => Assert.True(Generators.Covers(type), $"{type} has none."));

    [Fact]
    public void The_search_for_members_finds_them()
    {
        Assert.Contains(typeof(Relu), Members());
        Assert.Contains(typeof(Residual<>), Members());
        Assert.True(Members().Count() >= 33, $"Only {Members().Count()} were found.");
        Assert.False(Generators.Covers(typeof(string)));
    }

    private static IEnumerable<Type> Members() =>
        typeof(Architecture).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type != typeof(CustomLayer<>) && Ancestors(type).Intersect(Families).Any());

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            yield return at.IsGenericType ? at.GetGenericTypeDefinition() : at;
        }
    }
}
