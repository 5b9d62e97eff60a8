namespace Functional.Networks;

using System;

/// <summary>A number or record that is computed once a step, before the update begins.</summary>
/// <param name="compute">From the step to the value.</param>
internal sealed class StepValue<TValue>(Func<TValue> compute)
{
    /// <summary>The value in the step that is under way.</summary>
    public TValue Value { get; private set; } = default!;

    /// <summary>Computes it for the next step.</summary>
    public void Renew() => Value = compute();
}
