namespace Functional.Verification;

using System;
using System.Globalization;
using Functional.Networks;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of the way back: a pullback is linear, and it is the adjoint of the layer's derivative.</summary>
public static class PullbackLaws
{
    /// <summary>What rounding may do to a sum of two gradients, relative to their norms.</summary>
    public const double Rounding = 1e-11;

    /// <summary>A pullback is linear: of a·u + b·v it gives a times what it gives of u, plus b times what it gives of v.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What u, v, a and b are drawn from.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult IsLinear(Layer<double> layer, Matrix<double> input, RandomKey key, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        var pullback = layer.Forward(input, pass ?? Pass.Inference()).Pullback;
        var (a, b) = (key.Normal(0), key.Normal(1));
        var u = GradientLaws.Upstream(layer, input, key.For("u"));
        var v = GradientLaws.Upstream(layer, input, key.For("v"));
        var (ofU, ofV, ofSum) = (pullback(u), pullback(v), pullback(Norms.Combine(a, u, b, v)));
        var parameters = Norms.Of(Norms.Combine(1, ofSum.Parameters, -1, Norms.Combine(a, ofU.Parameters, b, ofV.Parameters)));
        var inputs = Norms.Of(Norms.Combine(1, ofSum.Input, -1, Norms.Combine(a, ofU.Input, b, ofV.Input)));
        // Sums on the way back may cancel, so what rounding leaves is small beside all that goes in and comes out, not beside one part of it.
        var scale = (Math.Abs(a) * Size(u, ofU)) + (Math.Abs(b) * Size(v, ofV));
        return LawResult.Where(
            parameters <= Rounding * scale && inputs <= Rounding * scale,
            () => string.Create(
                CultureInfo.InvariantCulture,
                $"The pullback of {layer.Title} is not linear: it is off by {parameters:E2} for parameters and by {inputs:E2} for inputs, where the gradients' norms sum to {scale:E2}."));
    }

    /// <summary>
    /// A pullback is the adjoint of the derivative J: ⟨J·v, u⟩ = ⟨v, Jᵀ·u⟩ for a random direction v in the parameters and inputs and a random
    /// gradient u by the outputs, with J·v found numerically.
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What v and u are drawn from.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    /// <param name="isSmooth">Whether the layer has no kinks, which asks for more digits.</param>
    public static LawResult IsAdjoint(Layer<double> layer, Matrix<double> input, RandomKey key, Pass? pass = null, bool isSmooth = false)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        pass ??= Pass.Inference();
        var (output, pullback) = layer.Forward(input, pass);
        var u = GradientLaws.Upstream(layer, input, key.For("u"));
        var gradient = pullback(u);
        var parameters = layer.Parameters;
        var place = 0;
        var directionOfParameters = parameters.Map((_, values) => Draws.Normal<double>(values.RowCount, values.ColumnCount, key.For("v").At(place++)));
        var directionOfInput = Draws.Normal<double>(input.RowCount, input.ColumnCount, key.For("inputs of v"));
        var length = Math.Max(Math.Sqrt(Square(Norms.Of(directionOfParameters)) + Square(Norms.Of(directionOfInput))), double.Epsilon);
        var value = Norms.Dot(output, u);
        var numeric = ExtrapolatedDifference.At(
            offset => Norms.Dot(
                layer.With(Norms.Combine(1, parameters, offset / length, directionOfParameters)).Forward(Norms.Combine(1, input, offset / length, directionOfInput), pass).Output,
                u),
            value);
        if (numeric.IsKink)
        {
            return LawResult.Vacuous($"{layer.Title} has a kink along the direction.");
        }

        var analytic = (Norms.Dot(gradient.Parameters, directionOfParameters) + Norms.Dot(gradient.Input, directionOfInput)) / length;
        var scale = Math.Sqrt(Square(Norms.Of(gradient.Parameters)) + Square(Norms.Of(gradient.Input)));
        return LawResult.Where(
            Math.Abs(analytic - numeric.Value) <= Math.Max(GradientLaws.ToleranceFor(isSmooth) * scale, GradientLaws.Rounding(value, 1 / numeric.Step)),
            () => string.Create(
                CultureInfo.InvariantCulture,
                $"The pullback of {layer.Title} is not the adjoint of its derivative: ⟨v, Jᵀ·u⟩ is {analytic:R}, ⟨J·v, u⟩ by numeric differentiation {numeric.Value:R}."));
    }

    /// <summary>Both laws for a random network in training.</summary>
    /// <param name="network">The network and its batch.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var (layer, input, key) = (network.Network<double>(), network.Batch<double>().Inputs, RandomKey.FromSeed(network.Seed).For("pullback"));
        return LawResult.All([IsLinear(layer, input, key, network.Training()), IsAdjoint(layer, input, key, network.Training(), Smoothness.IsSmooth(network.Architecture))]);
    }

    private static double Size(Matrix<double> upstream, LayerGradient<double> gradient) =>
        Norms.Of(upstream) + Norms.Of(gradient.Parameters) + Norms.Of(gradient.Input);

    private static double Square(double x) => x * x;
}
