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

    /// <summary>A formula of one variable: <c>Expressed("x * sigmoid(1.702 * x)")</c>.</summary>
    /// <param name="formula">The formula.</param>
    public static ExpressionActivation Expressed(string formula) => new(formula);

    /// <summary>Parts one behind another.</summary>
    /// <param name="parts">The parts, the first to be applied first.</param>
    public static Chain Chain(params Architecture[] parts) => new(Given.NoNulls(parts));

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

    /// <summary>x where positive, otherwise slope·x with a slope for each feature that is learnt.</summary>
    /// <param name="slope">How the slopes begin; 0.25 when left out.</param>
    public static ParametricRelu ParametricRelu(Initialiser? slope = null) => new(slope);

    /// <summary>A maxout layer: for each output the largest of several affine functions.</summary>
    /// <param name="outputs">The number of outputs, at least 1.</param>
    /// <param name="pieces">How many affine functions each output is the largest of, at least 1.</param>
    /// <param name="weights">How the weights begin; <see cref="GlorotUniform"/> when left out.</param>
    /// <param name="bias">How the biases begin; <see cref="Zeros"/> when left out.</param>
    /// <exception cref="System.ArgumentOutOfRangeException">A number is outside its range, or their product is.</exception>
    public static Chain Maxout(int outputs, int pieces, Initialiser? weights = null, Initialiser? bias = null) =>
        new(new Affine(Given.Product(outputs, pieces, nameof(pieces)), weights, bias), new Maxout(pieces));

    /// <summary>Normalises every feature over the samples of a batch.</summary>
    /// <param name="momentum">How much of a batch's statistics goes into the running ones, from 0 to 1.</param>
    /// <param name="epsilon">Keeps the division finite.</param>
    public static BatchNormalisation BatchNormalisation(
        double momentum = Networks.BatchNormalisation.DefaultMomentum, double epsilon = Networks.BatchNormalisation.DefaultEpsilon) => new(momentum, epsilon);

    /// <summary>Normalises every sample over its features.</summary>
    /// <param name="epsilon">Keeps the division finite.</param>
    public static LayerNormalisation LayerNormalisation(double epsilon = Networks.LayerNormalisation.DefaultEpsilon) => new(epsilon);

    /// <summary>Divides every sample by the root of its features' mean square.</summary>
    /// <param name="epsilon">Keeps the division finite.</param>
    public static RmsNormalisation RmsNormalisation(double epsilon = Networks.RmsNormalisation.DefaultEpsilon) => new(epsilon);

    /// <summary>Drops features at random in training.</summary>
    /// <param name="rate">The fraction dropped, at least 0 and below 1.</param>
    public static Dropout Dropout(double rate) => new(rate);
}
