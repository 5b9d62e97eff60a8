namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Normal with mean 0 and variance 2 / inputs.</summary>
/// <remarks>K. He, X. Zhang, S. Ren, J. Sun 2015, equation 10.</remarks>
public sealed record HeNormal : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Math.Sqrt(2.0 / inputs) * key.Normal(index);
}
