namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// Many experiments that differ in a few places, as plain data: an experiment, axes through it, which of their points are tried and what they are compared by. The
/// experiment of each trial is a pure function of the sweep and the trial; nothing depends on the order in which trials are carried out.
/// </summary>
public sealed record Sweep
{
    /// <summary>The most trials, those of all rungs together: 10,000.</summary>
    public const int MaximumTrials = 10_000;

    private const int ToldFaults = 10;

    private readonly SweepDraft draft;

    private Sweep(SweepDraft draft, SweepFigure figure) => (this.draft, Figure) = (draft, figure);

    /// <summary>The axes.</summary>
    public Seq<SweepAxis> Axes => draft.Axes;

    /// <summary>Which points are tried.</summary>
    public SweepStrategy Strategy => draft.Strategy;

    /// <summary>What trials are compared by: where nothing is said, the accuracy on the held-out samples, or where a trial holds none out, on those to test with.</summary>
    public SweepFigure Figure { get; }

    /// <summary>With how many seeds each point is trained. The first is the experiment's own, the others are derived from it, the same ones for every point.</summary>
    public int Repetitions => draft.Repetitions;

    /// <summary>What the points are drawn from.</summary>
    public ulong Seed => draft.Seed;

    /// <summary>What the document says.</summary>
    internal SweepDraft Draft => draft;

    /// <summary>How many points there are.</summary>
    public int Points => (int)CountOf(draft);

    /// <summary>The rounds; a single one but for <see cref="SweepStrategy.Halving"/>.</summary>
    public Seq<SweepRung> Rungs => RungsOf(draft);

    /// <summary>How many trials there are, those of all rungs together.</summary>
    public int TrialCount => Rungs.Sum(rung => rung.Points) * Repetitions;

    /// <summary>A sweep around an experiment.</summary>
    /// <param name="experiment">The experiment; what it says of its learning rate stays, whatever an axis says of the optimiser.</param>
    /// <param name="axes">The axes.</param>
    /// <param name="strategy">Which points are tried.</param>
    /// <param name="figure">What trials are compared by.</param>
    /// <param name="repetitions">With how many seeds each point is trained, from 1 to <see cref="MaximumTrials"/>.</param>
    /// <param name="seed">What the points are drawn from.</param>
    /// <returns>The sweep, or everything that is wrong with it, trials that there cannot be among it.</returns>
    /// <exception cref="ArgumentException">A part of the experiment has no name in documents.</exception>
    public static Validation<DocumentFault, Sweep> Create(
        Experiment experiment, Seq<SweepAxis> axes, SweepStrategy strategy, Option<SweepFigure> figure = default, int repetitions = 1, ulong seed = 0) =>
        SweepDocument.Read(SweepDocument.Write(new SweepDraft
        {
            Base = ExperimentDocument.Write(experiment),
            Axes = Given.NoNulls(axes).Strict(),
            Strategy = Given.NotNull(strategy),
            Figure = figure,
            Repetitions = repetitions,
            Seed = seed,
        }));

    /// <summary>The value of each axis at a point, as JSON.</summary>
    /// <param name="point">The point, counted from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public Seq<string> Values(int point)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(point, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(point, Points);
        return ValuesOf(draft, point - 1);
    }

    /// <summary>The trials of some points on a rung, by number.</summary>
    /// <param name="rung">The rung, counted from 1.</param>
    /// <param name="points">The points, counted from 1.</param>
    public Seq<SweepTrial> Trials(int rung, IEnumerable<int> points) => points.Order()
        .SelectMany(point => Enumerable.Range(1, Repetitions).Select(repetition => new SweepTrial(((point - 1) * Repetitions) + repetition, point, repetition, rung)))
        .ToArray().ToSeq().Strict();

    /// <summary>The experiment of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such trial.</exception>
    public Experiment Experiment(SweepTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var rungs = Rungs;
        if (trial.Point < 1 || trial.Point > Points || trial.Repetition < 1 || trial.Repetition > Repetitions || trial.Rung < 1 || trial.Rung > rungs.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(trial), trial, $"The sweep has {Points} points, {Repetitions} repetitions and {rungs.Count} rungs.");
        }

        return Made(draft, ValuesOf(draft, trial.Point - 1), rungs[trial.Rung - 1], trial.Repetition)
            .Match(Succ: own => own, Fail: faults => throw new InvalidOperationException($"{faults.First()}"));
    }

    /// <summary>Says whether the experiments of all points can be carried out on samples.</summary>
    /// <param name="samples">The samples.</param>
    /// <returns>The same sweep, or everything in it that does not fit them.</returns>
    public Validation<DocumentFault, Sweep> For(SweepSamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var faults = Told(draft, Enumerable.Range(1, Points).SelectMany(point =>
        {
            var experiment = Experiment(Trials(1, [point])[0]);
            return experiment.For(samples.Of(experiment.Data)).Match(
                Succ: _ => Enumerable.Empty<(int Point, DocumentFault Fault)>(),
                Fail: wrong => wrong.Map(fault => (point - 1, ExperimentDocument.Placed(fault))));
        }));
        return faults.IsEmpty ? Prelude.Success<DocumentFault, Sweep>(this) : Validation<DocumentFault, Sweep>.Fail(faults);
    }

    /// <summary>Equal documents make equal sweeps.</summary>
    /// <param name="other">Another sweep.</param>
    public bool Equals(Sweep? other) => other is not null && draft == other.draft;

    /// <inheritdoc/>
    public override int GetHashCode() => draft.GetHashCode();

    /// <summary>The sweep that a document says, or everything that does not go together in it.</summary>
    internal static Validation<DocumentFault, Sweep> Of(SweepDraft draft)
    {
        var faults = Faults(draft).ToArray().ToSeq().Strict();
        if (!faults.IsEmpty)
        {
            return Validation<DocumentFault, Sweep>.Fail(faults);
        }

        var points = Enumerable.Range(0, (int)CountOf(draft)).ToArray();
        var rungs = RungsOf(draft);
        var made = points.Select(point => (Point: point, Experiments: rungs.Map(rung => Made(draft, ValuesOf(draft, point), rung, repetition: 1)).ToArray())).ToArray();
        var wrong = Told(draft, made.SelectMany(own => own.Experiments.SelectMany(each => each.Match(Succ: _ => Seq<DocumentFault>.Empty, Fail: all => all)).Distinct().Select(fault => (own.Point, fault))));
        if (!wrong.IsEmpty)
        {
            return Validation<DocumentFault, Sweep>.Fail(wrong);
        }

        var judges = made.All(own => own.Experiments.All(each => each.Match(Succ: experiment => experiment.ValidationShare.IsSome, Fail: _ => false)));
        var figure = draft.Figure.IfNone(judges ? SweepFigure.ValidationAccuracy : SweepFigure.TestAccuracy);
        return figure.IsOfValidation() && !judges
            ? Prelude.Fail<DocumentFault, Sweep>(new DocumentFault("$.figure", 0, 0, "trials that hold no samples out to judge by", "validation.share in the experiment, such as 0.1, or a figure of the test set"))
            : Prelude.Success<DocumentFault, Sweep>(new Sweep(draft, figure));
    }

    private static IEnumerable<DocumentFault> Faults(SweepDraft draft)
    {
        for (var i = 0; i < draft.Axes.Count; i++)
        {
            var (axis, place) = (draft.Axes[i], string.Create(CultureInfo.InvariantCulture, $"$.axes[{i}]"));
            foreach (var wrong in axis.Fault)
            {
                yield return new(place, 0, 0, wrong.Found, wrong.Expected);
            }

            if (draft.Axes.Take(i).Exists(other => string.Equals(other.Path, axis.Path, StringComparison.Ordinal)))
            {
                yield return new($"{place}.path", 0, 0, $"{axis.Path} again", "each place once");
            }

            if (draft.Strategy is SweepStrategy.Grid && axis is not SweepAxis.Values)
            {
                yield return new(place, 0, 0, "a range, of which a grid cannot try all", "values, or random or halving as strategy");
            }

            if (draft.Strategy is SweepStrategy.Halving && axis.Path is "epochs")
            {
                yield return new($"{place}.path", 0, 0, "epochs, which halving sets", "another place, or random or grid as strategy");
            }

            if (draft.Repetitions > 1 && axis.Path is "seed")
            {
                yield return new($"{place}.path", 0, 0, "seed, which repetitions set", "only one of the two");
            }
        }

        if (draft.Strategy is SweepStrategy.Halving halving && halving.Minimum > halving.Maximum)
        {
            yield return new("$.strategy", 0, 0, string.Create(CultureInfo.InvariantCulture, $"from {halving.Minimum} to {halving.Maximum} epochs"), "a maximum that is not below the minimum");
        }
        else if (Everything(draft) is var count and > MaximumTrials)
        {
            yield return new(
                "$.strategy", 0, 0, count >= long.MaxValue / 2 ? "too many trials to count" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} trials"), string.Create(CultureInfo.InvariantCulture, $"at most {MaximumTrials:N0}"));
        }
    }

    /// <summary>The number of all trials; where there are more than can be counted, half of what can.</summary>
    private static long Everything(SweepDraft draft) => CountOf(draft) > MaximumTrials ? CountOf(draft) : RungsOf(draft).Sum(rung => (long)rung.Points) * draft.Repetitions;

    private static long CountOf(SweepDraft draft) => draft.Strategy switch
    {
        SweepStrategy.Random random => random.Count,
        SweepStrategy.Halving halving => halving.Count,
        _ => draft.Axes.Fold(1L, (product, axis) => axis is SweepAxis.Values own ? product > long.MaxValue / 2 / Math.Max(1, own.Options.Count) ? long.MaxValue / 2 : product * own.Options.Count : product),
    };

    private static Seq<SweepRung> RungsOf(SweepDraft draft)
    {
        var points = (int)Math.Min(CountOf(draft), int.MaxValue);
        if (draft.Strategy is not SweepStrategy.Halving halving)
        {
            return Prelude.Seq1(new SweepRung(1, points, Option<int>.None));
        }

        var rungs = new List<SweepRung>();
        for (long epochs = halving.Minimum; epochs < halving.Maximum; epochs *= halving.Eta, points = Math.Max(1, points / halving.Eta))
        {
            rungs.Add(new(rungs.Count + 1, points, (int)epochs));
        }

        return rungs.Append(new SweepRung(rungs.Count + 1, points, halving.Maximum)).ToArray().ToSeq().Strict();
    }

    private static Seq<string> ValuesOf(SweepDraft draft, int point)
    {
        if (draft.Strategy is not SweepStrategy.Grid)
        {
            return draft.Axes.Map(axis => axis.Draw(RandomKey.FromSeed(draft.Seed).For("sweep").For(axis.Path), point)).Strict();
        }

        var values = new string[draft.Axes.Count];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var options = ((SweepAxis.Values)draft.Axes[i]).Options;
            values[i] = options[point % options.Count];
            point /= options.Count;
        }

        return values.ToSeq().Strict();
    }

    private static Validation<DocumentFault, Experiment> Made(SweepDraft draft, Seq<string> values, SweepRung rung, int repetition)
    {
        // What the document leaves out stays open, so that the usual rate is that of the optimiser which an axis chooses.
        var tree = DocumentParser.Parse(Encoding.UTF8.GetBytes(draft.Base)).ToValidation()
            .Bind(root => ExperimentForm.Members.Read(root, new ExperimentDraft()))
            .Map(ExperimentForm.Members.Write);
        return tree.Bind(members =>
        {
            var faults = Seq<DocumentFault>.Empty;
            for (var i = 0; i < values.Count; i++)
            {
                faults += DocumentPath.Set(members, draft.Axes[i].Path, values[i]).ToSeq();
            }

            foreach (var epochs in rung.Epochs)
            {
                members["epochs"] = epochs;
            }

            return faults.IsEmpty ? Of(members) : Validation<DocumentFault, Experiment>.Fail(faults);
        });

        Validation<DocumentFault, Experiment> Of(JsonObject members) => Read(members).Bind(own =>
        {
            if (repetition == 1)
            {
                return Prelude.Success<DocumentFault, Experiment>(own);
            }

            members["seed"] = RandomKey.FromSeed(own.Seed).For("repetition").At(repetition).Value;
            return Read(members);
        });

        static Validation<DocumentFault, Experiment> Read(JsonObject members) => ExperimentDocument.Read(members.ToJsonString()).MapFail(fault => fault with { Line = 0, Column = 0 });
    }

    /// <summary>The faults of points, equal ones told once.</summary>
    private static Seq<DocumentFault> Told(SweepDraft draft, IEnumerable<(int Point, DocumentFault Fault)> faults)
    {
        var kinds = faults.GroupBy(own => own.Fault).ToArray();
        var told = kinds.Take(ToldFaults).Select(own =>
        {
            var (first, count) = (own.First().Point, own.Select(each => each.Point).Distinct().Count());
            var values = string.Join(", ", draft.Axes.ToArray().Zip(ValuesOf(draft, first).ToArray(), (axis, value) => $"{axis.Path}={value}"));
            return new DocumentFault(
                "$.axes",
                0,
                0,
                string.Create(CultureInfo.InvariantCulture, $"{own.Key.Path}: {own.Key.Found} in {count} of {CountOf(draft)} points{(values.Length > 0 ? $", such as {values}" : string.Empty)}"),
                own.Key.Expected);
        });
        return told
            .Concat(kinds.Length > ToldFaults ? [new DocumentFault("$.axes", 0, 0, $"{kinds.Length - ToldFaults} further kinds of faults", "points that all can be carried out")] : [])
            .ToArray().ToSeq().Strict();
    }
}
