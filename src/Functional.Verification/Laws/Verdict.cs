namespace Functional.Verification;

/// <summary>What a law says of a case.</summary>
public enum Verdict
{
    /// <summary>The law holds.</summary>
    Holds,

    /// <summary>The law does not hold: the case is a counterexample.</summary>
    Fails,

    /// <summary>The case says nothing about the law, as where a function has a kink at nearly every place that is compared.</summary>
    SaysNothing,
}
