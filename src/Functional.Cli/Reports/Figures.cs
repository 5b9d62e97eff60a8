namespace Functional.Cli;

using System;
using System.Globalization;
using System.Linq;
using Functional.Experiments;
using Functional.Networks;
using LanguageExt;

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

    public static string LearningRate(double rate) => rate.ToString("0.00e+0", CultureInfo.InvariantCulture);

    /// <summary>Why a run ended, in words.</summary>
    public static string Ended(RunResult result) => result.Ending switch
    {
        Ending.NotImproved stopped => string.Create(
            CultureInfo.InvariantCulture,
            $"early, after epoch {result.Epochs.Count}: {Times(stopped.Patience)} the validation loss was no smaller than {Loss(stopped.Best)}"),
        Ending.TimedOut => $"early, after epoch {result.Epochs.Count}: the time was up",
        _ => $"after all {Count(result.Epochs.Count)} epochs",
    };

    /// <summary>The name of the reason, the same in every version.</summary>
    public static string Reason(Ending ending) => ending switch
    {
        Ending.NotImproved => "early-stopping",
        Ending.TimedOut => "time-limit",
        _ => "epochs",
    };

    /// <summary>Which epoch's network is the result, in words.</summary>
    public static string Chosen(RunResult result) => result.Final.Validation is { } judged
        ? $"the network of epoch {result.ChosenEpoch} (validation loss {Loss(judged.Loss)}, accuracy {Percent(judged.Accuracy)})"
        : $"the network of epoch {result.ChosenEpoch}";

    /// <summary>What is set besides the <see cref="Way"/>, in words; nothing where nothing is.</summary>
    public static string Besides(TrainSettings settings)
    {
        var experiment = settings.Experiment;
        var bounds = experiment.Regularisation;
        return string.Join(", ", new[]
        {
            experiment.Momentum.Map(decay => Words($"momentum {decay}")),
            experiment.WeightDecay.Map(decay => Words($"weight decay {decay}")),
            experiment.FirstDecay.Map(decay => Words($"β₁ {decay}")),
            experiment.SecondDecay.Map(decay => Words($"β₂ {decay}")),
            experiment.Epsilon.Map(number => Words($"ε {number}")),
            experiment.Initialiser.Map(own => Words($"weights begin as {own}")),
            Some(experiment.Course is not RateCourse.Constant, $"schedule {RateCourseText.Write(experiment.Course)}"),
            Some(experiment.WarmUp > 0, $"warm-up over {(experiment.WarmUp == 1 ? "1 epoch" : $"{Count(experiment.WarmUp)} epochs")}"),
            bounds.ClippingNorm.Map(norm => Words($"gradients clipped to {norm}")),
            bounds.MaximumNorm.Map(norm => Words($"norms limited to {norm}")),
            Some(bounds.BatchNormalisation, $"batch normalisation"),
            Some(bounds.Dropout > 0, $"dropout {bounds.Dropout}"),
            Some(bounds.L1 > 0, $"L1 penalty {bounds.L1}"),
            Some(bounds.L2 > 0, $"L2 penalty {bounds.L2}"),
            Some(bounds.BalancesClasses, $"balanced classes"),
            Some(bounds.LabelSmoothing > 0, $"labels smoothed by {bounds.LabelSmoothing}"),
            experiment.Patience.Map(patience => $"early stopping after {(patience == 1 ? "1 epoch" : $"{Count(patience)} epochs")} without improvement"),
            settings.TimeLimit.Map(time => Words($"at most {time.TotalSeconds} s")),
        }.SelectMany(words => words));

        static Option<string> Some(bool isSet, FormattableString words) => isSet ? Words(words) : Option<string>.None;
    }

    public static string Way(Experiment experiment) => string.Join(", ",
        experiment.Loss.Title,
        string.Create(CultureInfo.InvariantCulture, $"{Name(Names.Optimisers, experiment.Optimiser)} at {experiment.LearningRate}"),
        experiment.Sampling is MiniBatch batch ? $"batches of {Count(batch.Size)}" : "full batches",
        experiment.Epochs == 1 ? "1 epoch" : $"{Count(experiment.Epochs)} epochs",
        string.Create(CultureInfo.InvariantCulture, $"seed {experiment.Seed}"),
        $"{Name(Names.Precisions, experiment.Precision)} precision");

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Times(int epochs) => epochs == 1 ? "once" : $"{Count(epochs)} times in a row";
}
