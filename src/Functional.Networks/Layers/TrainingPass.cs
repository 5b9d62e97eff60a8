namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>A pass that trains the network.</summary>
public sealed record TrainingPass : Pass
{
    internal TrainingPass(RandomKey key, Execution execution, Seq<int> path)
        : base(execution, path) => Key = key;

    /// <summary>What a layer that is random in training draws from; every layer of every step has its own.</summary>
    public RandomKey Key { get; }

    /// <inheritdoc/>
    public override Pass Within(int layer) => new TrainingPass(Key.At(layer), Execution, Path.Add(layer)) { FirstSample = FirstSample };
}
