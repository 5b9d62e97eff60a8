namespace Functional.Cli;

using Functional.Experiments;

/// <summary>The columns of an epoch's line that are there only where they say something.</summary>
/// <param name="IsJudged">Whether there are validation samples.</param>
/// <param name="RateChanges">Whether the learning rate changes.</param>
internal sealed record EpochColumns(bool IsJudged, bool RateChanges)
{
    private const string Dash = "–";

    /// <summary>No columns besides the usual ones.</summary>
    public static EpochColumns None { get; } = new(IsJudged: false, RateChanges: false);

    /// <summary>Whether there is any.</summary>
    public bool Any => IsJudged || RateChanges;

    /// <summary>The columns for a training.</summary>
    public static EpochColumns Of(TrainPlan plan) => new(plan.Parts.Validation.IsSome, plan.Experiment.RateChanges);

    /// <summary>The heads of loss and accuracy on the validation samples.</summary>
    public string Heads(int width) => IsJudged ? $" {"val. loss".PadLeft(width)} {"validation".PadLeft(width)}" : string.Empty;

    /// <summary>Loss and accuracy on the validation samples.</summary>
    public string Judged(EpochFigures figures, int width) => IsJudged
        ? $" {(figures.Validation is { } loss ? Figures.Loss(loss.Loss) : Dash).PadLeft(width)} {(figures.Validation is { } share ? Figures.Percent(share.Accuracy) : Dash).PadLeft(width)}"
        : string.Empty;

    /// <summary>The head of the learning rate.</summary>
    public string RateHead(int width) => RateChanges ? $" {"rate".PadLeft(width)}" : string.Empty;

    /// <summary>The learning rate of the epoch's last step.</summary>
    public string Rate(EpochFigures figures, int width) => RateChanges ? $" {Figures.LearningRate(figures.LearningRate).PadLeft(width)}" : string.Empty;
}
