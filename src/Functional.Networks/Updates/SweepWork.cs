namespace Functional.Networks;

using System.Collections.Immutable;
using Functional.Numerics.Elementwise.Operations;

/// <summary>A transformation's part in a sweep.</summary>
/// <param name="Work">What it does to a block.</param>
/// <param name="Gate">When it does it; always where there is none.</param>
/// <param name="Slots">The parameters it does it to; default where it is all of them.</param>
/// <param name="Moments">The arrays beside update and parameters that it reads and writes.</param>
internal sealed record SweepWork<T>(BlockWork<T> Work, Gate? Gate, ImmutableArray<bool> Slots, ImmutableArray<T[]> Moments)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Where the work is nothing but multiplying by a factor, that factor.</summary>
    public StepValue<Scale<T>>? Factor { get; init; }
}
