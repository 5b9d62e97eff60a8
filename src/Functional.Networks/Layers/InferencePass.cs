namespace Functional.Networks;

using Functional.Numerics;
using LanguageExt;

/// <summary>A pass that uses the network as it stands.</summary>
public sealed record InferencePass : Pass
{
    internal InferencePass(Execution execution, Seq<int> path)
        : base(execution, path)
    {
    }

    /// <inheritdoc/>
    public override Pass Within(int layer) => new InferencePass(Execution, Path.Add(layer));
}
