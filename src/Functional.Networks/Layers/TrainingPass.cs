namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>A pass that trains the network.</summary>
public sealed record TrainingPass : Pass
{
    internal TrainingPass(RandomKey key, Execution execution)
        : base(execution) => Key = key;

    private TrainingPass(TrainingPass outer, int place)
        : base(outer, place) => (Key, FirstSample) = (outer.Key.At(place), outer.FirstSample);

    /// <summary>What a layer that is random in training draws from; every layer of every step has its own.</summary>
    public RandomKey Key { get; }

    /// <inheritdoc/>
    public override Pass Within(int layer) => new TrainingPass(this, layer);
}
