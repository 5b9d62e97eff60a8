namespace Functional.Verification.Tests.Mutants;

using System;
using System.Linq;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The way back through a normalisation with its paths counted wrongly.</summary>
internal static class WrongNormalisation
{
    /// <summary>What a normalisation goes over.</summary>
    public enum Direction
    {
        /// <summary>What the layer goes over.</summary>
        Own,

        /// <summary>The samples.</summary>
        Samples,
    }

    /// <summary>
    /// (G − a·mean(G) − b·x̂·mean(G·x̂)) / √(σ² + ε), where right layers have a = b = 1, and RMS normalisation a = 0 and the mean square for σ².
    /// </summary>
    /// <param name="back">What the layer has at hand.</param>
    /// <param name="ofMean">a.</param>
    /// <param name="ofVariance">b.</param>
    /// <param name="over">What the means go over.</param>
    public static Matrix<double> InputGradient(WayBack back, double ofMean = 1, double ofVariance = 1, Direction over = Direction.Own)
    {
        var (scale, epsilon) = back.Layer switch
        {
            BatchNormalisation<double> batch => (batch.Scale, batch.Epsilon),
            LayerNormalisation<double> layer => (layer.Scale, layer.Epsilon),
            RmsNormalisation<double> rms => (rms.Scale, rms.Epsilon),
            _ => throw new ArgumentException($"{back.Layer.Title} is no normalisation.", nameof(back)),
        };
        var scaled = WayBack.Change(back.Upstream, (row, _, value) => scale[row] * value);
        return back.Layer is BatchNormalisation<double> || over == Direction.Samples
            ? OverColumns(back.Input.Transpose(), scaled.Transpose()).Transpose()
            : OverColumns(back.Input, scaled);

        Matrix<double> OverColumns(Matrix<double> input, Matrix<double> gradient) => Matrix<double>.Build.DenseOfColumnVectors(
            input.EnumerateColumns().Zip(gradient.EnumerateColumns(), Column));

        Vector<double> Column(Vector<double> x, Vector<double> own)
        {
            var centred = back.Layer is RmsNormalisation<double> ? x : x - x.Average();
            var root = Math.Sqrt((centred.DotProduct(centred) / x.Count) + epsilon);
            var normalised = centred / root;
            return (own - (ofMean * own.Average()) - (ofVariance * own.DotProduct(normalised) / x.Count * normalised)) / root;
        }
    }

    /// <summary>The same with a layer whose scales are all 1.</summary>
    public static WayBack Unscaled(WayBack back) => back with
    {
        Layer = back.Layer.With(back.Layer.Parameters.Map((entry, values) => entry.Role == ParameterRole.Scale ? WayBack.Change(values, (_, _, _) => 1) : values)),
    };
}
