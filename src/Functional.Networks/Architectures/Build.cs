namespace Functional.Networks;

/// <summary>
/// Short names for architectures, to be imported with <c>using static</c>:
/// <c>Chain(Affine(50), Relu(), Affine(10))</c>.
/// </summary>
public static class Build
{
    /// <summary>max(0, x).</summary>
    public static Relu Relu() => new();

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static Sigmoid Sigmoid() => new();

    /// <summary>The hyperbolic tangent.</summary>
    public static Tanh Tanh() => new();

    /// <summary>ln(1 + eˣ).</summary>
    public static Softplus Softplus() => new();

    /// <summary>x·Φ(x).</summary>
    public static Gelu Gelu() => new();

    /// <summary>x·σ(x).</summary>
    public static Silu Silu() => new();

    /// <summary>eˣ over its sum over the features.</summary>
    public static Softmax Softmax() => new();

    /// <summary>x.</summary>
    public static Identity Identity() => new();

    /// <summary>Parts one behind another.</summary>
    /// <param name="parts">The parts, the first to be applied first.</param>
    public static Chain Chain(params Architecture[] parts) => new(parts);

    /// <summary>An affine layer.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="weights">How the weights begin; <see cref="GlorotUniform"/> when left out.</param>
    /// <param name="bias">How the biases begin; <see cref="Zeros"/> when left out.</param>
    public static Affine Affine(int outputs, Initialiser? weights = null, Initialiser? bias = null) => new(outputs, weights, bias);

    /// <summary>A part around which its input is carried unchanged.</summary>
    /// <param name="inner">The part, with as many outputs as inputs.</param>
    public static Residual Residual(Architecture inner) => new(inner);

    /// <summary>x where positive, otherwise slope·x.</summary>
    /// <param name="slope">The slope for negative x.</param>
    public static LeakyRelu LeakyRelu(double slope = 0.01) => new(slope);

    /// <summary>x where positive, otherwise alpha·(eˣ − 1).</summary>
    /// <param name="alpha">The depth of the negative part.</param>
    public static Elu Elu(double alpha = 1) => new(alpha);
}
