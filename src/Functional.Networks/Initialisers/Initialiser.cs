namespace Functional.Networks;

using System;
using Functional.Numerics.Randomness;

/// <summary>How a layer's parameters begin.</summary>
/// <remarks>Numbers are drawn in double precision and rounded, so that a network begins alike in either precision.</remarks>
public abstract record Initialiser
{
    private protected Initialiser()
    {
    }

    /// <summary>The first numbers of a matrix of parameters.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="outputs">The layer's number of outputs (fan-out), at least 1.</param>
    /// <param name="inputs">The layer's number of inputs (fan-in), at least 1.</param>
    /// <param name="count">How many numbers to draw; number i is draw i of the key.</param>
    /// <param name="key">What they are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public T[] Draw<T>(int outputs, int inputs, int count, RandomKey key)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        var values = new T[Given.Length(count)];
        for (var i = 0; i < count; i++)
        {
            values[i] = T.CreateChecked(Draw(outputs, inputs, key, i));
        }

        return values;
    }

    /// <summary>The number at an index.</summary>
    private protected abstract double Draw(int outputs, int inputs, RandomKey key, long index);

    /// <summary>Returns a scale that must be finite and not negative.</summary>
    private protected static double RequireScale(double scale, string name) => double.IsFinite(scale) && scale >= 0
        ? scale
        : throw new ArgumentOutOfRangeException(name, scale, "The scale must be finite and not negative.");
}
