namespace Functional.Cli.Examples;

using System;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>How the weights of a layer begin in a program that draws them as NumPy does.</summary>
/// <param name="Name">What it is called in tables.</param>
/// <param name="Draw">From the stream and the numbers of inputs and outputs to the weights, [inputs × outputs], and the stream behind them.</param>
internal sealed record Start(string Name, Func<NumPyRandom, int, int, (Matrix<double> Values, NumPyRandom Next)> Draw)
{
    /// <summary>The same weights, multiplied by a factor that may depend on the number of inputs.</summary>
    public static Start Scaled(string name, Func<NumPyRandom, int, int, (Matrix<double> Values, NumPyRandom Next)> draw, Func<int, double> factor) => new(name, (random, inputs, outputs) =>
    {
        var (values, next) = draw(random, inputs, outputs);
        return (factor(inputs) * values, next);
    });
}
