namespace Functional.Experiments;

using System.Diagnostics.CodeAnalysis;

/// <summary>The numbers that a network is made of.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Single and double precision are the field's terms.")]
public enum Precision
{
    /// <summary>IEEE 754 binary32, <see cref="float"/>: for training.</summary>
    Single = 0,

    /// <summary>IEEE 754 binary64, <see cref="double"/>: for proofs.</summary>
    Double = 1,
}
