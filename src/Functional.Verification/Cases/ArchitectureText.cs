namespace Functional.Verification;

using Functional.Networks;

/// <summary>An architecture in one line.</summary>
internal static class ArchitectureText
{
    public static string Of(Architecture architecture) => architecture switch
    {
        Chain { Parts.IsEmpty: true } => "nothing",
        Chain chain => string.Join(" → ", chain.Parts.Map(part => part is Chain ? $"({Of(part)})" : Of(part))),
        Residual residual => $"Residual({Of(residual.Inner)})",
        Affine affine => $"Affine {affine.Outputs} ({Of(affine.Weights)}, bias {Of(affine.Bias)})",
        Activation activation => activation.Title,
        BatchNormalisation batch => $"Batch normalisation ({Of(batch.Scale)}, shift {Of(batch.Shift)}, momentum {batch.Momentum}, ε {batch.Epsilon})",
        LayerNormalisation layer => $"Layer normalisation ({Of(layer.Scale)}, shift {Of(layer.Shift)}, ε {layer.Epsilon})",
        RmsNormalisation rms => $"RMS normalisation ({Of(rms.Scale)}, ε {rms.Epsilon})",
        Dropout dropout => $"Dropout {dropout.Rate}",
        Maxout maxout => $"Maxout over {maxout.Pieces}",
        ParametricRelu relu => $"Parametric ReLU ({Of(relu.Slope)})",
        _ => architecture.ToString(),
    };

    public static string Of(Initialiser initialiser) => initialiser switch
    {
        Constant constant => $"{constant.Value}",
        Normal normal => $"Normal {normal.Deviation}",
        Uniform uniform => $"Uniform {uniform.Range}",
        _ => initialiser.GetType().Name,
    };
}
