namespace Functional.Verification;

using System;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>The number of outputs of an architecture, found without drawing its parameters.</summary>
internal static class ArchitectureSizes
{
    /// <summary>The number of outputs, or null where the parts do not fit together.</summary>
    public static int? Outputs(Architecture architecture, int inputs) => architecture switch
    {
        Affine affine => affine.Outputs,
        Activation or BatchNormalisation or LayerNormalisation or RmsNormalisation or Dropout or ParametricRelu => inputs,
        Maxout maxout => inputs % maxout.Pieces == 0 ? inputs / maxout.Pieces : null,
        Chain chain => chain.Parts.Fold((int?)inputs, (size, part) => size is { } known ? Outputs(part, known) : null),
        Residual residual => Outputs(residual.Inner, inputs) == inputs ? inputs : null,
        _ => architecture.Initialise<double>(inputs, RandomKey.FromSeed(0)).OutputSize(inputs),
    };

    /// <summary>The number of outputs.</summary>
    /// <exception cref="ArgumentException">The parts do not fit together.</exception>
    public static int RequireOutputs(Architecture architecture, int inputs) => Outputs(architecture, inputs)
        ?? throw new ArgumentException($"The parts of {ArchitectureText.Of(architecture)} do not fit together with {inputs} inputs.", nameof(architecture));
}
