namespace Functional.Networks;

using System;

/// <summary>Samples that are written straight from their source to where they are wanted.</summary>
internal sealed class ColumnsFeed<T>(ISampleSource<T> source, ISampleColumns<T> columns, ChosenSamples chosen) : Feed<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override int Count => chosen.Count;

    /// <inheritdoc/>
    public override int Features => columns.FeatureCount;

    /// <inheritdoc/>
    public override void Announce(int sample) => columns.Announce(chosen[sample]);

    /// <inheritdoc/>
    public override void CopyInputs(int sample, Span<T> column) => columns.CopyInputs(chosen[sample], column);

    /// <inheritdoc/>
    public override void CopyTarget(int sample, Span<T> column) => columns.CopyTarget(chosen[sample], column);

    /// <inheritdoc/>
    public override int ClassOf(int sample) => columns.ClassOf(chosen[sample]);

    /// <inheritdoc/>
    public override bool IsWeighted => columns.IsWeighted;

    /// <inheritdoc/>
    public override T WeightOf(int sample) => columns.WeightOf(chosen[sample]);

    /// <inheritdoc/>
    public override Batch<T> ToBatch() => source.Gather(chosen.Indices);
}
