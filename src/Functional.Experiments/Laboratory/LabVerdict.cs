namespace Functional.Experiments;

using Functional.Data;

/// <summary>What became of a row of the laboratory beside the reference: one of <see cref="Reference"/>, <see cref="Same"/>, <see cref="Parted"/>, <see cref="NotHere"/> and <see cref="Failed"/>.</summary>
public abstract record LabVerdict
{
    private LabVerdict()
    {
    }

    /// <summary>It is the reference.</summary>
    public sealed record Reference : LabVerdict;

    /// <summary>It came to the reference's bits: in every state that both know, in the result and in its losses.</summary>
    /// <param name="HasEffect">Whether its setting was seen to take effect; where it was not, the row shows nothing here.</param>
    public sealed record Same(bool HasEffect) : LabVerdict;

    /// <summary>It came to other bits.</summary>
    /// <param name="At">Where it parts from the reference.</param>
    public sealed record Parted(LabParting At) : LabVerdict;

    /// <summary>The machine lacks what the setting needs.</summary>
    /// <param name="Why">What its process said.</param>
    public sealed record NotHere(string Why) : LabVerdict;

    /// <summary>It could not be carried out.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Failed(DataFault Fault) : LabVerdict;
}
