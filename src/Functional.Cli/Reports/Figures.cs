namespace Functional.Cli;

using System.Globalization;
using Functional.Experiments;
using Functional.Networks;

/// <summary>Numbers and experiments in words, the same in every culture.</summary>
internal static class Figures
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Loss(double loss) => loss.ToString(loss is >= 1e-3 and < 1e4 or 0 ? "0.00000" : "0.000e+0", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";

    public static string Seconds(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Rate(long samples, double seconds) => seconds > 0 ? Count((long)(samples / seconds)) : "–";

    public static string Difference(double difference) => difference == 0 ? "0" : difference.ToString("0.0e+0", CultureInfo.InvariantCulture);

    public static string Batch(Sampling sampling) => sampling is MiniBatch batch ? batch.Size.ToString(CultureInfo.InvariantCulture) : "full";

    public static string Name<TValue>(NameTable<TValue> table, TValue value) => table.NameOf(value).IfNone(() => $"{value}");

    public static string Way(Experiment experiment) => string.Join(", ",
        experiment.Loss.Title,
        string.Create(CultureInfo.InvariantCulture, $"{Name(Names.Optimisers, experiment.Optimiser)} at {experiment.LearningRate}"),
        experiment.Sampling is MiniBatch batch ? $"batches of {Count(batch.Size)}" : "full batches",
        experiment.Epochs == 1 ? "1 epoch" : $"{Count(experiment.Epochs)} epochs",
        string.Create(CultureInfo.InvariantCulture, $"seed {experiment.Seed}"),
        $"{Name(Names.Precisions, experiment.Precision)} precision");
}
