namespace Functional.Networks;

using System;

/// <summary>Whether a part of an update takes place in a step: a function of the step's number and of what was found before, alike for all threads.</summary>
/// <param name="Outer">The gate that this one stands behind.</param>
/// <param name="Condition">Whether it is open.</param>
internal sealed record Gate(Gate? Outer, Func<bool> Condition)
{
    /// <summary>Whether this gate and all before it are open.</summary>
    public bool IsOpen => (Outer is null || Outer.IsOpen) && Condition();
}
