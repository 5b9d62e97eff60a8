namespace Functional.Experiments;

using LanguageExt;

/// <summary>What keeps a training in bounds: penalties, dropout, normalisation, limits and the weighing of samples. <see cref="Experiment.Create"/> checks it.</summary>
/// <param name="L1">The strength λ of the penalty λ·Σ|w|, finite and not negative; 0 for none.</param>
/// <param name="L2">The strength λ of the penalty ½·λ·Σw², finite and not negative; 0 for none.</param>
/// <param name="Dropout">The fraction that is dropped behind each hidden activation, at least 0 and below 1; 0 for no dropout.</param>
/// <param name="BatchNormalisation">Whether batches are normalised between each hidden affine layer and its activation.</param>
/// <param name="MaximumNorm">The largest norm of a unit's incoming weights, finite and above 0; none for no limit.</param>
/// <param name="ClippingNorm">The norm that the whole gradient is clipped to, finite and above 0; none for no limit.</param>
/// <param name="BalancesClasses">Whether each class weighs as much as every other, however many samples it has.</param>
/// <param name="LabelSmoothing">The share of a target that is spread over all classes, at least 0 and below 1.</param>
public sealed record Regularisation(
    double L1 = 0,
    double L2 = 0,
    double Dropout = 0,
    bool BatchNormalisation = false,
    Option<double> MaximumNorm = default,
    Option<double> ClippingNorm = default,
    bool BalancesClasses = false,
    double LabelSmoothing = 0)
{
    /// <summary>Nothing of it.</summary>
    public static Regularisation None { get; } = new();
}
