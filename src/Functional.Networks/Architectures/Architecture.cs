namespace Functional.Networks;

using Functional.Numerics.Randomness;

/// <summary>
/// What a network is made of, as data without parameters: no sizes but those that the user chose. Sizes of inputs are inferred when
/// the network is initialised.
/// </summary>
public abstract record Architecture
{
    private protected Architecture()
    {
    }

    /// <summary>A network of this architecture with fresh parameters.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="inputs">The number of features, at least 1.</param>
    /// <param name="key">What the initial parameters are drawn from; every layer draws from a key of its own.</param>
    /// <exception cref="System.ArgumentException">The parts do not fit together; the message names them and both shapes.</exception>
    public abstract Layer<T> Initialise<T>(int inputs, RandomKey key)
        where T : struct, IFloatingPointIeee754<T>;
}
