namespace Functional.Numerics.Tests.Expressions;

using System.Linq;
using Xunit;
using static Functional.Numerics.Expressions.Express;

public sealed class ExplanationTests
{
    [Fact]
    public void The_logistic_function_is_taken_apart()
    {
        var (x, w, b) = (Variable("x"), Variable("w"), Variable("b"));
        var explanation = (1 / (1 + Exp(-((w * x) + b)))).Explain(("x", 1.0), ("w", 0.0), ("b", 0.0));
        Assert.Equal(["1", "w", "x", "v1", "b", "v2", "v3", "v4", "v5", "v6"], explanation.Parts.Select(part => part.Name));
        Assert.Equal(
            ["v1 = w * x = 0", "v2 = v1 + b = 0", "v3 = -v2 = -0", "v4 = exp(v3) = 1", "v5 = 1 + v4 = 2", "v6 = 1 / v5 = 0.5"],
            explanation.Parts.Where(part => part.Locals.Count > 0).Select(part => $"{part.Name} = {part.Formula} = {part.Value}"));
        Assert.Equal([0.25, 0.0, 0.25], new[] { "w", "x", "b" }.Select(name => explanation.Parts.Single(part => string.Equals(part.Name, name, System.StringComparison.Ordinal)).Gradient));
        var path = Assert.Single(explanation.Paths("w"));
        Assert.Equal(["w", "v1", "v2", "v3", "v4", "v5", "v6"], path.Names);
        Assert.Equal([1.0, 1.0, -1.0, 1.0, 1.0, -0.25], path.Factors);
        Assert.Equal(0.25, path.Product);
        Assert.Empty(explanation.Paths("q"));
        var table = explanation.ToString();
        Assert.Contains("v4    exp(v3)      1  ∂v4/∂v3 = 1", table, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_used_twice_is_reached_on_two_paths()
    {
        var x = Variable("x");
        var explanation = (x * x).Explain(("x", 3.0));
        Assert.Equal([3.0, 3.0], explanation.Paths("x").Select(path => path.Product));
        Assert.Equal(6.0, explanation.Parts[0].Gradient);
        Assert.Equal(explanation, (x * x).Explain(("x", 3.0)));
        Assert.NotEqual(explanation, (x * x).Explain(("x", 2.0)));
        Assert.Equal("x", Assert.Single(Assert.Single(x.Explain(("x", 3.0)).Paths("x")).Names));
    }
}
