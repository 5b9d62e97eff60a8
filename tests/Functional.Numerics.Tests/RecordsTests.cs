namespace Functional.Numerics.Tests;

using System;
using System.Linq;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Expressions;
using Functional.Testing;
using Xunit;

public sealed class RecordsTests
{
    private static readonly KeptArguments Law = new((type, number) => type == typeof(Expression) ? Express.Variable($"v{number % 1000}") : null);

    [Fact]
    public void A_record_keeps_what_it_is_made_with_and_a_copy_all_but_what_is_changed()
    {
        var held = typeof(Arithmetic).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && !typeof(Delegate).IsAssignableFrom(type) && type.GetGenericArguments().Length <= 1)
            .Select(type => type.ContainsGenericParameters ? type.MakeGenericType(typeof(double)) : type).Select(type => (type, Violations: Law.Violations(type))).Where(each => each.Violations is not null).ToArray();
        Assert.Empty(held.SelectMany(each => each.Violations!));
        Assert.Contains(typeof(Derivative), held.Select(each => each.type));
        Assert.Contains(typeof(Dual<double>), held.Select(each => each.type));
        Assert.True(held.Length >= 8, string.Join(", ", held.Select(each => each.type.Name)));
    }
}
