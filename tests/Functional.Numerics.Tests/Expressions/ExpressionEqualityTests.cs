namespace Functional.Numerics.Tests.Expressions;

using System.Linq;
using Functional.Numerics.Expressions;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Numerics.Expressions.Express;

public sealed class ExpressionEqualityTests
{
    [Fact]
    public void Equal_expressions_have_equal_hashes_and_others_hardly_ever()
    {
        var (once, again) = (All(), All());
        for (var i = 0; i < once.Length; i++)
        {
            Assert.True(once[i].Equals(again[i]) && once[i].Equals((object)again[i]) && once[i] == again[i]);
            Assert.Equal(once[i].GetHashCode(), again[i].GetHashCode());
            Assert.All(Enumerable.Range(0, once.Length).Where(other => other != i), other => Assert.False(once[i].Equals(again[other])));
        }

        Assert.Equal(once.Length, once.Select(each => each.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Only_what_has_kinks_or_jumps_says_so()
    {
        var x = Variable("x");
        Assert.All([x, Exp(x), x * x, 1 / x, Sqrt(x), Tanh(x) + 3], smooth => Assert.False(smooth.HasKinks));
        Assert.All([Abs(x), Max(x, 0), Min(x, 0), x < 1, x <= 1, x > 1, x >= 1, Where(x, 1, 2), Exp(1 + Abs(x))], kinked => Assert.True(kinked.HasKinks));
    }

    [Fact]
    public void Equal_explanations_and_streams_have_equal_hashes()
    {
        var x = Variable("x");
        var (one, same, other) = ((x * x).Explain(("x", 2.0)), (x * x).Explain(("x", 2.0)), (x * x).Explain(("x", 3.0)));
        Assert.True(one.Equals(same) && one.GetHashCode() == same.GetHashCode() && !one.Equals(other) && one.GetHashCode() != other.GetHashCode());
        var (first, second) = (NumPyRandom.FromSeed(5), NumPyRandom.FromSeed(5));
        Assert.True(first.Equals((object)second) && first.GetHashCode() == second.GetHashCode());
        Assert.False(first.Equals((object)NumPyRandom.FromSeed(6)) || first.Equals((object?)null) || first.Equals((object)"5"));
        Assert.NotEqual(first.GetHashCode(), NumPyRandom.FromSeed(6).GetHashCode());
    }

    private static Expression[] All()
    {
        var (x, y) = (Variable("x"), Variable("y"));
        return [x, y, 1, 2, -x, Exp(x), Sin(x), x + y, y + x, x - y, x * y, x < y, y < x, Where(x, y, 1), Where(y, x, 1), Where(x, 1, y)];
    }
}
