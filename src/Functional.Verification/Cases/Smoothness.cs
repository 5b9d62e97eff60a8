namespace Functional.Verification;

using Functional.Networks;

/// <summary>Tells architectures that have all derivatives everywhere from those with kinks.</summary>
internal static class Smoothness
{
    public static bool IsSmooth(Architecture architecture) => architecture switch
    {
        Chain chain => chain.Parts.ForAll(IsSmooth),
        Residual residual => IsSmooth(residual.Inner),
        BatchNormalisation or LayerNormalisation or RmsNormalisation or Dropout => true,
        Affine or Identity or Sigmoid or Tanh or Softplus or Gelu or Silu or Softmax => true,
        ExpressionActivation activation => !activation.Expression.HasKinks,
        _ => false,
    };
}
