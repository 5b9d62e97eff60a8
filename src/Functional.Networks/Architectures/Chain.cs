namespace Functional.Networks;

using System.Linq;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Parts one behind another.</summary>
/// <param name="Parts">The parts, the first to be applied first.</param>
public sealed record Chain(Seq<Architecture> Parts) : Architecture
{
    /// <summary>The parts, the first to be applied first.</summary>
    public Seq<Architecture> Parts { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Parts);

    /// <summary>Chains parts.</summary>
    /// <param name="parts">The parts, the first to be applied first.</param>
    public Chain(params Architecture[] parts)
        : this(Given.NoNulls(parts).ToArray().ToSeq().Strict())
    {
    }

    /// <inheritdoc/>
    public override Layer<T> Initialise<T>(int inputs, RandomKey key)
    {
        var size = inputs;
        return new Chain<T>(Parts.Select((part, place) =>
        {
            var layer = part.Initialise<T>(size, key.At(place));
            size = layer.OutputSize(size);
            return layer;
        }).ToSeq());
    }
}
