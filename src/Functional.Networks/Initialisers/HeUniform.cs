namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Uniform on ±√(6 / inputs): variance 2 / inputs.</summary>
/// <remarks>K. He, X. Zhang, S. Ren, J. Sun 2015, equation 10.</remarks>
public sealed record HeUniform : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Math.Sqrt(6.0 / inputs) * key.Uniform(-1, 1, index);
}
