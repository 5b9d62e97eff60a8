namespace Functional.Experiments;

using System;
using LanguageExt;

/// <summary>How a sweep stands in a document.</summary>
internal static class SweepForms
{
    /// <summary>The version of the document's form.</summary>
    public const int Version = 1;

    private const int MaximumAxes = 64;
    private static readonly WholeForm<int> Epochs = new(1, Experiment.MaximumEpochs);
    private static readonly WholeForm<int> Count = new(1, Sweep.MaximumTrials);

    /// <summary>An axis.</summary>
    private static Form<SweepAxis> Axis { get; } = new UnionForm<SweepAxis>(
        ArchitectureForms.Case<SweepAxis, SweepAxis.Values>(
            "values",
            "Some values.",
            new(string.Empty, Seq<string>.Empty),
            own => own with { Path = Plain(own.Path) },
            own => own is SweepAxis.Values values ? values : Option<SweepAxis.Values>.None,
            PathOf<SweepAxis.Values>(own => own.Path, (own, value) => own with { Path = value }),
            Required<SweepAxis.Values, Seq<string>>("values", "The values.", new ListForm<string>(new AnyForm(), Sweep.MaximumTrials), own => own.Options, (own, value) => own with { Options = value })),
        ArchitectureForms.Case<SweepAxis, SweepAxis.Uniform>(
            "uniform",
            "Numbers of a range, each as likely as every other.",
            new(string.Empty, 0, 1),
            own => own with { Path = Plain(own.Path) },
            own => own is SweepAxis.Uniform range ? range : Option<SweepAxis.Uniform>.None,
            PathOf<SweepAxis.Uniform>(own => own.Path, (own, value) => own with { Path = value }),
            Required<SweepAxis.Uniform, double>("from", "The lower end.", new NumberForm(NumberRange.Finite), own => own.From, (own, value) => own with { From = value }),
            Required<SweepAxis.Uniform, double>("to", "The upper end.", new NumberForm(NumberRange.Finite), own => own.To, (own, value) => own with { To = value })),
        ArchitectureForms.Case<SweepAxis, SweepAxis.LogUniform>(
            "log-uniform",
            "Numbers of a range, each order of magnitude as likely as every other.",
            new(string.Empty, 1, 2),
            own => own with { Path = Plain(own.Path) },
            own => own is SweepAxis.LogUniform range ? range : Option<SweepAxis.LogUniform>.None,
            PathOf<SweepAxis.LogUniform>(own => own.Path, (own, value) => own with { Path = value }),
            Required<SweepAxis.LogUniform, double>("from", "The lower end.", new NumberForm(NumberRange.Positive), own => own.From, (own, value) => own with { From = value }),
            Required<SweepAxis.LogUniform, double>("to", "The upper end.", new NumberForm(NumberRange.Positive), own => own.To, (own, value) => own with { To = value })),
        ArchitectureForms.Case<SweepAxis, SweepAxis.Integers>(
            "integers",
            "Whole numbers of a range, each as likely as every other.",
            new(string.Empty, 0, 1),
            own => own with { Path = Plain(own.Path) },
            own => own is SweepAxis.Integers range ? range : Option<SweepAxis.Integers>.None,
            PathOf<SweepAxis.Integers>(own => own.Path, (own, value) => own with { Path = value }),
            Required<SweepAxis.Integers, int>("from", "The smallest one.", new WholeForm<int>(-SweepAxis.Integers.Largest, SweepAxis.Integers.Largest), own => own.From, (own, value) => own with { From = value }),
            Required<SweepAxis.Integers, int>("to", "The largest one.", new WholeForm<int>(-SweepAxis.Integers.Largest, SweepAxis.Integers.Largest), own => own.To, (own, value) => own with { To = value })));

    /// <summary>Which points are tried.</summary>
    private static Form<SweepStrategy> Strategy { get; } = new UnionForm<SweepStrategy>(
        ArchitectureForms.Plain<SweepStrategy>("grid", "Every combination of values.", new SweepStrategy.Grid()),
        ArchitectureForms.Case<SweepStrategy, SweepStrategy.Random>(
            "random",
            "Points that are drawn.",
            new(1),
            own => own,
            own => own is SweepStrategy.Random random ? random : Option<SweepStrategy.Random>.None,
            Required<SweepStrategy.Random, int>("count", "How many points.", Count, own => own.Count, (own, value) => own with { Count = value })),
        ArchitectureForms.Case<SweepStrategy, SweepStrategy.Halving>(
            "halving",
            "Successive halving: points that are drawn are trained for a few epochs, the best part of them for more, and so on.",
            new(1, 2, 1, 1),
            own => own,
            own => own is SweepStrategy.Halving halving ? halving : Option<SweepStrategy.Halving>.None,
            Required<SweepStrategy.Halving, int>("count", "How many points begin.", Count, own => own.Count, (own, value) => own with { Count = value }),
            Optional<SweepStrategy.Halving, int>("eta", "One of so many goes on, with so many times the epochs.", new WholeForm<int>(2, Sweep.MaximumTrials), own => own.Eta, (own, value) => own with { Eta = value }),
            Required<SweepStrategy.Halving, int>("minimum", "The epochs of the first rung.", Epochs, own => own.Minimum, (own, value) => own with { Minimum = value }),
            Required<SweepStrategy.Halving, int>("maximum", "The epochs of the last rung.", Epochs, own => own.Maximum, (own, value) => own with { Maximum = value })));

    /// <summary>All members.</summary>
    /// <param name="open">The octets of an experiment's file, or why it cannot be read.</param>
    public static MembersForm<SweepDraft> Members(Func<string, Either<Mismatch, byte[]>> open) => new(
        new Member<SweepDraft, string>(new TextForm("the address of a schema"), _ => string.Empty, (own, _) => own)
        {
            Name = "$schema",
            Description = "Where editors find the schema; it means nothing to the program.",
            IsWritten = false,
        },
        Required<SweepDraft, int>("version", "The version of this document's form.", new VersionForm(Version, "the only version of the form that this program reads"), _ => Version, (own, _) => own),
        Required<SweepDraft, string>(
            "experiment",
            "What all trials have in common: an experiment as init writes it, of which the usual may be left out, or the name of its file, seen from this one.",
            new BaseForm(open),
            own => own.Base,
            (own, value) => own with { Base = value }),
        Optional<SweepDraft, Seq<SweepAxis>>(
            "axes",
            "What is tried: each axis is a path in the experiment with values, or a range of the type uniform, log-uniform or integers, from which random and halving draw.",
            new ListForm<SweepAxis>(Axis, MaximumAxes),
            own => own.Axes,
            (own, value) => own with { Axes = value }),
        Optional<SweepDraft, SweepStrategy>(
            "strategy",
            "Which points are tried: \"grid\" for every combination of values; random with a count; halving with a count, eta, and a minimum and a maximum of epochs, where one of eta points goes on with eta times the epochs.",
            Strategy,
            own => own.Strategy,
            (own, value) => own with { Strategy = value }),
        Optional<SweepDraft, Option<SweepFigure>>(
            "figure",
            $"What trials are compared by: {SweepFigures.Names.Alternatives}; null: validation-accuracy where samples are held out, otherwise test-accuracy. Whoever picks by the test set has fitted it: the winner's figure there is too good.",
            new OptionalForm<SweepFigure>(new NameForm<SweepFigure>(SweepFigures.Names)),
            own => own.Figure,
            (own, value) => own with { Figure = value }),
        Optional<SweepDraft, int>("repetitions", "With how many seeds each point is trained; its figure is then their mean, with the standard deviation.", Count, own => own.Repetitions, (own, value) => own with { Repetitions = value }),
        Optional<SweepDraft, ulong>("seed", "What the points are drawn from.", new WholeForm<ulong>(0, ulong.MaxValue), own => own.Seed, (own, value) => own with { Seed = value }));

    private static string Plain(string path) => path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    private static Member<T> PathOf<T>(Func<T, string> get, Func<T, string, T> set) =>
        Required("path", "The place in the experiment, such as optimiser.rate.", new TextForm("a place in the experiment, such as optimiser.rate"), get, set);

    private static Member<TOwner> Required<TOwner, TValue>(string name, string description, Form<TValue> form, Func<TOwner, TValue> get, Func<TOwner, TValue, TOwner> set) =>
        new Member<TOwner, TValue>(form, get, set) { Name = name, Description = description, IsRequired = true };

    private static Member<TOwner> Optional<TOwner, TValue>(string name, string description, Form<TValue> form, Func<TOwner, TValue> get, Func<TOwner, TValue, TOwner> set) =>
        new Member<TOwner, TValue>(form, get, set) { Name = name, Description = description };
}
