namespace Functional.Experiments;

using LanguageExt;

/// <summary>How courses of the learning rate stand in documents.</summary>
internal static class CourseForms
{
    private static readonly WholeForm<int> Epochs = new(1, Experiment.MaximumEpochs);

    /// <summary>A course.</summary>
    public static NamedForm<RateCourse> Course { get; } = new("schedule", () => new UnionForm<RateCourse>(
        ArchitectureForms.Plain<RateCourse>("constant", "The same rate at every step.", new RateCourse.Constant()),
        ArchitectureForms.Number<RateCourse>(
            "inverse-time",
            "rate / (1 + decay · epoch).",
            "decay",
            "How fast it falls.",
            NumberRange.Strength,
            0.1,
            decay => new RateCourse.InverseTime(decay),
            own => own is RateCourse.InverseTime course ? course.Decay : Option<double>.None),
        ArchitectureForms.Case<RateCourse, RateCourse.Step>(
            "step",
            "It falls by a factor every so many epochs.",
            new(10, 0.5),
            own => own,
            own => own is RateCourse.Step course ? course : Option<RateCourse.Step>.None,
            new Member<RateCourse.Step, int>(Epochs, own => own.Epochs, (own, value) => own with { Epochs = value }) { Name = "epochs", Description = "After how many epochs it falls each time." },
            new Member<RateCourse.Step, double>(new NumberForm(NumberRange.Factor), own => own.Factor, (own, value) => own with { Factor = value }) { Name = "factor", Description = "What it is multiplied by." }),
        ArchitectureForms.Number<RateCourse>(
            "exponential",
            "It falls evenly by a factor in each epoch.",
            "factor",
            "What it is multiplied by in an epoch.",
            NumberRange.Factor,
            0.95,
            factor => new RateCourse.Exponential(factor),
            own => own is RateCourse.Exponential course ? course.Factor : Option<double>.None),
        ArchitectureForms.Number<RateCourse>(
            "linear",
            "It goes straight down over all epochs.",
            "end",
            "The share of the rate that it ends at.",
            NumberRange.Part,
            0,
            end => new RateCourse.Linear(end),
            own => own is RateCourse.Linear course ? course.End : Option<double>.None),
        ArchitectureForms.Number<RateCourse>(
            "cosine",
            "It falls along half a wave over all epochs.",
            "end",
            "The share of the rate that it ends at.",
            NumberRange.Part,
            0,
            end => new RateCourse.Cosine(end),
            own => own is RateCourse.Cosine course ? course.End : Option<double>.None),
        ArchitectureForms.Case<RateCourse, RateCourse.CosineRestarts>(
            "cosine-restarts",
            "It falls along half a wave towards 0 and begins again.",
            new(10, 1),
            own => own,
            own => own is RateCourse.CosineRestarts course ? course : Option<RateCourse.CosineRestarts>.None,
            new Member<RateCourse.CosineRestarts, int>(Epochs, own => own.Epochs, (own, value) => own with { Epochs = value }) { Name = "epochs", Description = "The epochs of the first wave." },
            new Member<RateCourse.CosineRestarts, int>(Epochs, own => own.Growth, (own, value) => own with { Growth = value }) { Name = "growth", Description = "How many times as long as the one before a wave is." }),
        ArchitectureForms.Number<RateCourse>(
            "one-cycle",
            "It rises to the rate and falls far below where it began.",
            "rise",
            "The share of the steps in which it rises.",
            NumberRange.Share,
            0.3,
            rise => new RateCourse.OneCycle(rise),
            own => own is RateCourse.OneCycle course ? course.Rise : Option<double>.None)));
}
