namespace Functional.Verification.Tests.Mutants;

using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A loss's right gradient with what it was computed from.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Gradient">The samples' gradients, [outputs × samples], before weights and reduction.</param>
/// <param name="Outputs">[outputs × samples].</param>
/// <param name="Targets">[outputs × samples].</param>
/// <param name="Weights">The samples' weights.</param>
public sealed record LossWayBack(Loss Loss, Matrix<double> Gradient, Matrix<double> Outputs, Matrix<double> Targets, MathNet.Numerics.LinearAlgebra.Vector<double> Weights)
{
    /// <summary>The loss without what was added to it.</summary>
    public Loss Core => Inner(Loss);

    /// <summary>What another loss gives, for the same outputs and targets unless others are given.</summary>
    public Matrix<double> Of(Loss other, Matrix<double>? targets = null, Matrix<double>? outputs = null) => other.OfSamples(outputs ?? Outputs, new ValueTargets<double>(targets ?? Targets)).Gradients;

    /// <summary>The loss without what was added to it.</summary>
    public static Loss Inner(Loss loss) => loss switch
    {
        ClassWeighted weighted => Inner(weighted.Inner),
        LabelSmoothed smoothed => Inner(smoothed.Inner),
        _ => loss,
    };
}
