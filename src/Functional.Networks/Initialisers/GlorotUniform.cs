namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Uniform on ±√(6 / (inputs + outputs)), also called Xavier uniform.</summary>
/// <remarks>X. Glorot, Y. Bengio 2010, equation 16.</remarks>
public sealed record GlorotUniform : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Math.Sqrt(6.0 / (inputs + outputs)) * key.Uniform(-1, 1, index);
}
