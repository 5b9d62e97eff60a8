namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>Normal with mean 0 and variance 2 / (inputs + outputs), also called Xavier normal.</summary>
/// <remarks>X. Glorot, Y. Bengio 2010, equation 12.</remarks>
public sealed record GlorotNormal : Initialiser
{
    private protected override double Draw(int outputs, int inputs, RandomKey key, long index) => Math.Sqrt(2.0 / (inputs + outputs)) * key.Normal(index);
}
