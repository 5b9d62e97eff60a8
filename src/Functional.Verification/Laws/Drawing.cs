namespace Functional.Verification;

using Functional.Numerics.Randomness;

/// <summary>How parameters begin.</summary>
/// <param name="outputs">The layer's number of outputs (fan-out).</param>
/// <param name="inputs">The layer's number of inputs (fan-in).</param>
/// <param name="count">How many numbers.</param>
/// <param name="key">What they are drawn from.</param>
public delegate double[] Drawing(int outputs, int inputs, int count, RandomKey key);
