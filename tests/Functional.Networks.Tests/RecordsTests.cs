namespace Functional.Networks.Tests;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Testing;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class RecordsTests
{
    private static readonly KeptArguments Law = new(Make);

    public static IEnumerable<Type> Types =>
        typeof(Objective).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && !typeof(Delegate).IsAssignableFrom(type) && !typeof(Exception).IsAssignableFrom(type))
            .Select(type => type.ContainsGenericParameters && type.GetGenericArguments().Length == 1 ? Closed(type) : type).Where(type => !type.ContainsGenericParameters);

    [Fact]
    public void A_record_keeps_what_it_is_made_with_and_a_copy_all_but_what_is_changed()
    {
        var held = Types.Select(type => (type, Violations: Law.Violations(type))).Where(each => each.Violations is not null).ToArray();
        Assert.Empty(held.SelectMany(each => each.Violations!));
        Assert.True(held.Length >= 100, $"Only {held.Length} were made: {string.Join(", ", held.Select(each => each.type.Name))}");
    }

    [Fact]
    public void A_record_that_forgets_or_confuses_its_arguments_is_found()
    {
        Assert.Single(Law.Violations(typeof(Forgetful))!);
        Assert.Equal(2, Law.Violations(typeof(Confused))!.Count);
        Assert.NotEmpty(Law.Violations(typeof(Sticky))!);
        Assert.Empty(Law.Violations(typeof(Honest))!);
        Assert.Null(Law.Violations(typeof(Relu)));
    }

    private static Type Closed(Type type)
    {
        try
        {
            return type.MakeGenericType(typeof(double));
        }
        catch (ArgumentException)
        {
            return type;
        }
    }

    private static object? Make(Type type, int number)
    {
        var key = RandomKey.FromSeed((ulong)number);
        return type switch
        {
            _ when type == typeof(RandomKey) => key,
            _ when type == typeof(Matrix<double>) => Dense.Matrix(2, 2, [key.Normal(0), key.Normal(1), key.Normal(2), key.Normal(3)]),
            _ when type == typeof(Vector<double>) => Dense.Vector([key.Normal(0), key.Normal(1)]),
            _ when type == typeof(Layer<double>) => Affine(2).Initialise<double>(2, key),
            _ when type == typeof(Targets<double>) => new ClassTargets<double>([key.Below(2, 0), key.Below(2, 1)]),
            _ when type == typeof(Parameters<double>) => Affine(2).Initialise<double>(2, key).Parameters,
            _ when type == typeof(Func<TimeSpan>) => () => TimeSpan.FromTicks(number),
            _ when type == typeof(Seq<double>) => Prelude.Seq(key.Normal(0), key.Normal(1)),
            _ when type == typeof(Seq<Layer<double>>) => Prelude.Seq1(Affine(2).Initialise<double>(2, key)),
            _ when type == typeof(Seq<Matrix<double>>) => Prelude.Seq1((Matrix<double>)Make(typeof(Matrix<double>), number)!),
            _ when type == typeof(Seq<Architecture>) => Prelude.Seq<Architecture>(Affine(1 + (number % 9)), Relu()),
            _ when type == typeof(Seq<GradientTransformation>) => Prelude.Seq1(Optimisers.Adam(1e-3 * (1 + (number % 9)))),
            _ when type == typeof(Seq<StopRule>) => Prelude.Seq1<StopRule>(new StopAfter(1 + (number % 9))),
            _ when type == typeof(Seq<GradientComparison>) => Prelude.Seq1(new GradientComparison("a", number, 0, 0, 0, 0, 0, 0, 0)),
            _ when type == typeof(Seq<TransformationState<double>>) => Prelude.Seq1(new TransformationState<double>(number, Seq<Parameters<double>>.Empty, Seq<TransformationState<double>>.Empty, Seq<double>.Empty)),
            _ when type == typeof(Pullback<double>) => (Pullback<double>)(gradient => new(Parameters<double>.None, () => gradient * number)),
            _ when type == typeof(LayerGradient<double>) => new LayerGradient<double>(Affine(2).Initialise<double>(2, key).Parameters, () => Dense.Matrix(1, 1, [1.0])),
            _ when type == typeof(ImmutableArray<int>) => ImmutableArray.Create(number, number + 1),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Seq<>) => Wrapped(nameof(One), type, number),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Option<>) => Wrapped(nameof(Some), type, number),
            _ when type == typeof(object) => $"{number}",
            _ => null,
        };
    }

    private static object? Wrapped(string by, Type type, int number) => Law.Of(type.GetGenericArguments()[0], number) is { } held
        ? typeof(RecordsTests).GetMethod(by, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [held])
        : null;

    private static Seq<T> One<T>(T held) => Prelude.Seq1(held);

    private static Option<T> Some<T>(T held) => Prelude.Some(held);

    private sealed record Honest(int First, double Second);

    private sealed record Forgetful
    {
        public Forgetful(double first, double second) => First = first + (0 * second);

        public double First { get; }

        public double Second { get; }
    }

    private sealed record Confused
    {
        public Confused(double first, double second) => (Second, First) = (first, second);

        public double First { get; }

        public double Second { get; }
    }

    private sealed record Sticky(double First)
    {
        public double First
        {
            get;
            init => field = field == 0 ? value : field;
        } = First;
    }
}
