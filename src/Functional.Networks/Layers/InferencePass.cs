namespace Functional.Networks;

using Functional.Numerics;

/// <summary>A pass that uses the network as it stands.</summary>
public sealed record InferencePass : Pass
{
    internal InferencePass(Execution execution)
        : base(execution)
    {
    }

    private InferencePass(InferencePass outer, int place)
        : base(outer, place)
    {
    }

    /// <inheritdoc/>
    public override Pass Within(int layer) => new InferencePass(this, layer);
}
