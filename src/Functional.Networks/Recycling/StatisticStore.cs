namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;

/// <summary>A network's statistics as numbers that are written over from step to step: as they are, and as a step leaves them.</summary>
internal sealed class StatisticStore<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Statistics' numbers, copied.</summary>
    /// <param name="statistics">The statistics.</param>
    /// <param name="padding">Columns have room for a multiple of this.</param>
    public StatisticStore(Parameters<T> statistics, int padding)
    {
        Layout = ParameterLayout.Of(statistics, padding);
        Values = Layout.Load(statistics);
        Next = Layout.Load(statistics);
    }

    /// <summary>Where each statistic stands.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>The statistics before the step.</summary>
    public T[] Values { get; }

    /// <summary>The statistics behind the step.</summary>
    public T[] Next { get; }

    /// <summary>Whether the statistics behind the step are finite.</summary>
    public bool IsFinite(Execution execution) => Finite.All<T>(Next, execution.Width);

    /// <summary>One step more has been done.</summary>
    public void Advance() => Next.AsSpan().CopyTo(Values);
}
