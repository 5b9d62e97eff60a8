namespace Functional.Experiments.Tests.Naming;

using Functional.Networks;
using Xunit;

public sealed class ActivationTextTests
{
    [Theory]
    [InlineData("x * sigmoid(1.702 * x)")]
    [InlineData("-x")]
    [InlineData("where(0 < x, x, 0.01 * x)")]
    [InlineData("relu")]
    [InlineData("leaky-relu")]
    public void Writing_undoes_reading(string text) => Assert.Equal(text, ActivationText.Write(Read(text)));

    [Fact]
    public void A_name_comes_before_a_formula()
    {
        Assert.Equal(new Gelu(), Read("GELU"));
        Assert.Equal(new ExpressionActivation("x - 1"), Read("x-1"));
        Assert.Equal("Softmax", ActivationText.Write(new Softmax()));
    }

    [Theory]
    [InlineData("rellu", "relu, leaky-relu, elu, gelu, silu, softplus, tanh, sigmoid or identity")]
    [InlineData("leaky-rellu", "relu, leaky-relu, elu, gelu, silu, softplus, tanh, sigmoid or identity")]
    [InlineData("x", "relu, leaky-relu, elu, gelu, silu, softplus, tanh, sigmoid or identity")]
    [InlineData("", "relu, leaky-relu, elu, gelu, silu, softplus, tanh, sigmoid or identity")]
    [InlineData("x * sigmod(x)", "a name, or a formula of x: at character 5 stands 'sigmod', where a function (exp, log, sqrt, sin, cos, tanh, sigmoid, softplus, erf, abs, max, min, where) is expected")]
    [InlineData("x * (x", "a name, or a formula of x: at character 7 stands the end, where an operator or ')' is expected")]
    [InlineData("tanh(z)", "a formula of x alone; this one has the variables z")]
    [InlineData("a * x", "a formula of x alone; this one has the variables a, x")]
    [InlineData("exp(2)", "a formula of x alone; this one has no variable")]
    public void What_is_no_activation_is_a_fault_that_tells_the_place(string text, string expected) =>
        Assert.Equal(new SettingFault("activation", $"'{text}'", expected), ActivationText.Parse(text).Match(_ => null!, faults => faults[0]));

    private static Activation Read(string text) => ActivationText.Parse(text).Match(activation => activation, faults => throw new System.InvalidOperationException(faults[0].Message));
}
