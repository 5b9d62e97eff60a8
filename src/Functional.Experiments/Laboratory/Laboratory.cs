namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>Carries experiments out in every setting, and says whether each comes to the reference's bits, or where it parts from them.</summary>
public static class Laboratory
{
    /// <summary>The rows, one after another as they are asked for. The first setting is the reference; where it cannot be carried out, no other row comes.</summary>
    /// <param name="settings">The settings, at least one.</param>
    /// <param name="experiments">The experiments that each row carries out.</param>
    /// <param name="folder">A folder that is there, for what rows record.</param>
    /// <param name="carry">Carries a row out.</param>
    /// <exception cref="ArgumentException">There is no setting.</exception>
    public static IEnumerable<LabRow> Run(
        Seq<LabSetting> settings, Seq<Experiment> experiments, string folder, Func<LabSetting, LabOrder, Either<DataFault, LabResult>> carry)
    {
        Given.NoNulls(settings);
        Given.NoNulls(experiments);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(carry);
        return settings.IsEmpty ? throw new ArgumentException("There must be a setting, whose result is the reference.", nameof(settings)) : Rows(settings, experiments, folder, carry);
    }

    /// <summary>Where a result parts from another one, as far as both know their states; none where it does not.</summary>
    /// <param name="reference">A result.</param>
    /// <param name="other">Another one of the same experiments.</param>
    public static Option<LabParting> Parting(LabResult reference, LabResult other)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(other);
        for (var number = 0; number < Math.Max(reference.Runs.Count, other.Runs.Count); number++)
        {
            if (number >= reference.Runs.Count || number >= other.Runs.Count)
            {
                return new LabParting(number + 1, Option<long>.None, -1, Option<TensorComparison>.None);
            }

            var (mine, its) = (reference.Runs[number], other.Runs[number]);
            var known = mine.Steps.ToDictionary(step => step.Step);
            var agreesUntil = -1L;
            foreach (var step in its.Steps)
            {
                if (!known.TryGetValue(step.Step, out var own))
                {
                    continue;
                }

                if (!own.Agrees(step))
                {
                    return new LabParting(number + 1, step.Step, agreesUntil, Option<TensorComparison>.None);
                }

                agreesUntil = step.Step;
            }

            if (!string.Equals(mine.Fingerprint, its.Fingerprint, StringComparison.Ordinal) || !string.Equals(mine.Evaluation, its.Evaluation, StringComparison.Ordinal))
            {
                return new LabParting(number + 1, Option<long>.None, agreesUntil, Option<TensorComparison>.None);
            }
        }

        return Option<LabParting>.None;
    }

    private static IEnumerable<LabRow> Rows(
        Seq<LabSetting> settings, Seq<Experiment> experiments, string folder, Func<LabSetting, LabOrder, Either<DataFault, LabResult>> carry)
    {
        var reference = carry(settings[0], settings[0].Order(experiments, Path.Combine(folder, "row0")));
        yield return reference.Match(
            Right: own => new LabRow(settings[0], own, new LabVerdict.Reference()),
            Left: fault => new LabRow(settings[0], Option<LabResult>.None, new LabVerdict.Failed(fault)));
        foreach (var right in reference.ToSeq())
        {
            for (var number = 1; number < settings.Count; number++)
            {
                var setting = settings[number];
                var order = setting.Order(experiments, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"row{number}")));
                yield return carry(setting, order).Match(
                    Right: own => new LabRow(setting, own, Judged(own)),
                    Left: fault => new LabRow(setting, Option<LabResult>.None, setting.MayBeMissing ? new LabVerdict.NotHere(fault.Found) : new LabVerdict.Failed(fault)));

                LabVerdict Judged(LabResult own) => Parting(right, own).MatchUnsafe<LabVerdict>(
                    Some: parting => new LabVerdict.Parted(Located(parting, experiments[parting.Experiment - 1], file => carry(settings[0], settings[0].Order(experiments, order.Folder.IfNone(folder)) with { State = file }), file => carry(setting, order with { State = file }), folder)),
                    None: () => new LabVerdict.Same(setting.Shows.ForAll(effect => effect.IsIn(right.Facts, own.Facts))));
            }
        }
    }

    /// <summary>The same parting with tensor, element and bit: both rows are carried out once more, and write the state down.</summary>
    private static LabParting Located(
        LabParting parting,
        Experiment experiment,
        Func<LabStateOrder, Either<DataFault, LabResult>> reference,
        Func<LabStateOrder, Either<DataFault, LabResult>> other,
        string folder) => parting.Step.Match(
            Some: step =>
            {
                var (left, right) = (Path.Combine(folder, "reference.state"), Path.Combine(folder, "other.state"));
                File.Delete(left);
                File.Delete(right);
                var comparison =
                    from mine in reference(new(parting.Experiment - 1, step, left))
                    from its in other(new(parting.Experiment - 1, step, right))
                    from first in TensorFile.Load(left)
                    from second in TensorFile.Load(right)
                    select TensorComparison.Of(first.Tensors, second.Tensors, first.Values, second.Values, Titles(experiment));
                return parting with { Comparison = comparison.Match(Right: Prelude.Some, Left: _ => Option<TensorComparison>.None) };
            },
            None: () => parting);

    private static Func<string, string?> Titles(Experiment experiment) => RunSide.Of("the experiment", experiment).Match(
        Succ: side => TensorPlace.Titles(Runner.Start<float>(side.Experiment, side.Split, side.Experiment.Parts(side.Split)).Network),
        Fail: _ => _ => null);
}
