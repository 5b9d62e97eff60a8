namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Normal with mean 0 and variance 1 / inputs.</summary>
/// <remarks>Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller 1998, equation 16.</remarks>
public sealed record LeCunNormal : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Math.Sqrt(1.0 / inputs) * key.Normal(index);
}
