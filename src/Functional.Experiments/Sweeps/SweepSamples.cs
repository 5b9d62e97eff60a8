namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using LanguageExt;

/// <summary>The samples of a sweep's trials.</summary>
public sealed class SweepSamples
{
    private readonly Func<DataSource, (DataSplit Split, string Fingerprint)> find;

    private SweepSamples(Func<DataSource, (DataSplit Split, string Fingerprint)> find) => this.find = find;

    /// <summary>The same samples for every trial.</summary>
    /// <param name="split">The samples.</param>
    public static SweepSamples Of(DataSplit split)
    {
        var fingerprint = DataFingerprint.Of(split);
        return new(_ => (split, fingerprint));
    }

    /// <summary>Reads the samples of all trials, each source once.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <returns>The samples, or everything that is wrong with the files.</returns>
    public static Validation<DataFault, SweepSamples> Load(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        var sources = sweep.Trials(1, Enumerable.Range(1, sweep.Points)).Where(trial => trial.Repetition == 1).Select(trial => sweep.Experiment(trial).Data).Distinct().ToArray();
        var loaded = new Dictionary<DataSource, (DataSplit Split, string Fingerprint)>();
        var faults = new List<DataFault>();
        foreach (var source in sources)
        {
            source.Load().Match(Succ: split => loaded.Add(source, (split, DataFingerprint.Of(split))), Fail: wrong => faults.AddRange(wrong));
        }

        return faults.Count == 0
            ? Prelude.Success<DataFault, SweepSamples>(new SweepSamples(source => loaded[source]))
            : Validation<DataFault, SweepSamples>.Fail(faults.ToArray().ToSeq().Strict());
    }

    /// <summary>The samples of a source.</summary>
    /// <param name="source">The source.</param>
    public DataSplit Of(DataSource source) => find(Given.NotNull(source)).Split;

    /// <summary>The identity of a source's samples.</summary>
    /// <param name="source">The source.</param>
    public string FingerprintOf(DataSource source) => find(Given.NotNull(source)).Fingerprint;
}
