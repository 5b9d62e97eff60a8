namespace Functional.Networks.Tests.Activations;

using Functional.Verification;
using Xunit;

/// <summary>All laws of an activation in few cases.</summary>
public sealed class ActivationLawsTests
{
    public static TheoryData<Activation> Every =>
    [
        new Identity(), new Relu(), new LeakyRelu(0.1), new Elu(1.5), new Sigmoid(), new Tanh(), new Softplus(), new Gelu(), new Silu(), new Softmax(),
    ];

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_law_holds_of_every_activation(Activation activation) => Verify.Activation(activation, new() { Count = 4, IsSmooth = activation is not (Relu or LeakyRelu or Elu) });
}
