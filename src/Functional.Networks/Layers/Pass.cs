namespace Functional.Networks;

using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>One way through a network, chosen by the caller: for inference or for training, and how to compute.</summary>
public abstract record Pass
{
    // The pass that this one is within, and the layer's number there: a path is put together only where somebody asks for it.
    private readonly Pass? outer;
    private readonly int place;

    private protected Pass(Execution execution) => Execution = execution;

    private protected Pass(Pass outer, int place)
        : this(outer.Execution) => (this.outer, this.place) = (outer, place);

    /// <summary>How to compute.</summary>
    public Execution Execution { get; }

    /// <summary>Where in the network the pass has come to: the layer's number in its chain, within that its number in the inner chain, and so on.</summary>
    public Seq<int> Path => outer is null ? Seq<int>.Empty : outer.Path.Add(place);

    /// <summary>The number of the pass's first sample in its batch: 0 unless the pass takes a part of a batch.</summary>
    internal int FirstSample { get; init; }

    /// <summary>The place in words, such as "layer 2" or "layer 2.0".</summary>
    public string Place => Path.IsEmpty ? "the layer" : $"layer {string.Join('.', Path)}";

    /// <summary>A pass that uses the network as it stands: nothing is random.</summary>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public static Pass Inference(Execution? execution = null) => new InferencePass(execution ?? Execution.Sequential);

    /// <summary>A pass that trains the network: layers that are random in training draw from the key.</summary>
    /// <param name="key">The step's key.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public static Pass Training(RandomKey key, Execution? execution = null) => new TrainingPass(key, execution ?? Execution.Sequential);

    /// <summary>The pass as the layer with the given number sees it: its place, and in training a key of its own.</summary>
    /// <param name="layer">The layer's number in its chain, counted from 0.</param>
    public abstract Pass Within(int layer);
}
