namespace Functional.Networks;

using Functional.Numerics.Randomness;

/// <summary>All 0. For weights it is a bad choice: all units of a layer then stay alike.</summary>
public sealed record Zeros : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => 0;
}
