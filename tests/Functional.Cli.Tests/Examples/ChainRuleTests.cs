namespace Functional.Cli.Tests.Examples;

using System;
using System.Linq;
using Functional.Cli.Examples;
using Xunit;

public sealed class ChainRuleTests
{
    [Theory]
    [InlineData("w", 0.25)]
    [InlineData("x", 0.0)]
    [InlineData("b", 0.25)]
    public void The_product_along_the_path_is_the_derivative(string variable, double expected)
    {
        Assert.Equal(expected, Assert.Single(ChainRule.Parts.Paths(variable)).Product);
        Assert.Equal(expected, ChainRule.Parts.Parts.Single(part => string.Equals(part.Name, variable, StringComparison.Ordinal)).Gradient);
        Assert.Equal(expected, ChainRule.Unit.Derivative(variable).Evaluate([.. ChainRule.Unit.Derivative(variable).Variables.Select(name => (name, name is "x" ? 1.0 : 0.0))]));
    }

    [Fact]
    public void The_text_shows_every_part_and_the_way_along_a_path()
    {
        var text = Command.Run("example chain-rule").Out;
        Assert.All(
            ["v1    w * x", "v4    exp(v3)", "v6    1 / v5", "∂v6/∂v5 = -0.25", "w → v1 → v2 → v3 → v4 → v5 → v6", "∂v6/∂w = (-0.25) · 1 · 1 · (-1) · 1 · 1 = 0.25", "∂v6/∂x = (-0.25) · 1 · 1 · (-1) · 1 · 0 = 0"],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }
}
