namespace Functional.Cli;

using Functional.Data;
using Functional.Networks;

/// <summary>What is going to be checked.</summary>
/// <param name="Settings">What was asked for.</param>
/// <param name="Train">The set whose first samples are used.</param>
/// <param name="Parameters">The network's parameters.</param>
internal sealed record CheckPlan(CheckSettings Settings, DataSet Train, Parameters<double> Parameters)
{
    /// <summary>The shape of a tensor of the report, such as "50 × 784".</summary>
    public string ShapeOf(GradientComparison tensor) => Parameters.Entries
        .Find(entry => string.Equals(entry.Name, tensor.Name, System.StringComparison.Ordinal))
        .Match(
            Some: entry => $"{entry.Values.RowCount} × {entry.Values.ColumnCount}",
            None: () => $"{Train.FeatureCount} × {Settings.Samples}");

    /// <summary>What is compared, in words.</summary>
    public string Title => $"{Figures.Count(Parameters.Count)} parameters, {(Settings.Samples == 1 ? "1 sample" : $"{Figures.Count(Settings.Samples)} samples")} of {Train.Name}, {Settings.Experiment.Loss.Title}, {Settings.Experiment.Activation.Title}, seed {Settings.Experiment.Seed}";

    /// <summary>How, in words.</summary>
    public string Way => Settings.Directions.Match(
        Some: directions => $"along {(directions == 1 ? "1 random direction" : $"{Figures.Count(directions)} random directions")} for each tensor",
        None: () => "for every single parameter and input");
}
