namespace Functional.Experiments;

using System.Globalization;
using LanguageExt;

/// <summary>Where a row of the laboratory parts from the reference.</summary>
/// <param name="Experiment">In which of the experiments, counted from 1.</param>
/// <param name="Step">The number of steps done behind which the states differ for the first time, as far as both rows know them; none where all of these agree.</param>
/// <param name="AgreesUntil">The number of steps done behind which the last states that both know agree; −1 where none do.</param>
/// <param name="Comparison">How the states behind the step differ; none where they could not be had again.</param>
public sealed record LabParting(int Experiment, Option<long> Step, long AgreesUntil, Option<TensorComparison> Comparison)
{
    /// <summary>The whole in words.</summary>
    public string Message => Step.Match(
        Some: step =>
        {
            var where = step == 0 ? "where it begins" : AgreesUntil == step - 1 ? string.Create(CultureInfo.InvariantCulture, $"behind step {step:N0}")
                : string.Create(CultureInfo.InvariantCulture, $"between step {AgreesUntil:N0} and step {step:N0}");
            return Comparison.Match(
                Some: comparison => comparison.AreEqual
                    ? $"experiment {Experiment} parts {where}; carried out again it does not, so the row is not the same twice"
                    : $"experiment {Experiment} parts {where}: {comparison.Discrepancies[0].Message}; in all {comparison.Summary}",
                None: () => $"experiment {Experiment} parts {where}");
        },
        None: () => $"experiment {Experiment}: all states that both rows know agree, their results do not");
}
