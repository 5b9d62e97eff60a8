namespace Functional.Cli.Examples;

using System;
using System.Collections.Immutable;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using static Functional.Networks.Build;

/// <summary>Two small exercises of courses: δ of a network given its activations, and the check of the gradient of a binary cross-entropy.</summary>
internal static class HandExercise
{
    private static readonly Layer<double> Behind = new Chain<double>(new Activated<double>(Sigmoid()), new Affine<double>(Dense.Matrix(1, 2, [.8, .9]), Dense.Vector([.5])));

    /// <summary>δ(3) = a(3) − y and δ(2) = Θᵀ·δ(3)·a(2)·(1 − a(2)), where a(2) = (0.6, 0.7), a(3) = 0.8, y = 1.</summary>
    public static (double Output, Matrix<double> Hidden) Deltas()
    {
        var z = Dense.Matrix(2, 1, [Math.Log(.6 / .4), Math.Log(.7 / .3)]);
        var output = .8 - 1;
        return (output, Behind.Forward(z, Pass.Inference()).Pullback(Dense.Matrix(1, 1, [output])).Input);
    }

    /// <summary>5 samples of 2 numbers, 3 sigmoid units, 1 output; Θ = 0.1·randn with the biases in column 0.</summary>
    public static (Layer<double> Network, Batch<double> Batch) Binary(uint seed = 42)
    {
        var (inputs, random) = NumPyRandom.FromSeed(seed).Normal(5, 2);
        var (targets, afterTargets) = random.Integers(0, 2, 5);
        var (first, afterFirst) = afterTargets.Normal(3, 3);
        var (second, _) = afterFirst.Normal(1, 4);
        return (
            Weights.Between(Sigmoid(), Weights.AffineOfTheta(0.1 * first), Weights.AffineOfTheta(0.1 * second)),
            new(inputs.Transpose(), new ValueTargets<double>(Dense.Matrix(1, 5, [.. targets.Select(target => (double)target)]))));
    }

    /// <summary>The cost, and its gradient by Θ(1), row after row with the biases in front.</summary>
    public static (double Cost, ImmutableArray<double> Gradient, GradientReport Report) Check(uint seed = 42)
    {
        var (network, batch) = Binary(seed);
        var result = new Objective(new SigmoidCrossEntropy()).Evaluate(network, batch, Pass.Inference());
        var (weights, bias) = (result.Gradient.Parameters["0.weights"], result.Gradient.Parameters["0.bias"]);
        return (result.Value, [.. Enumerable.Range(0, 3).SelectMany(row => new[] { bias[row, 0], weights[row, 0], weights[row, 1] })], GradientCheck.Everywhere(new SigmoidCrossEntropy(), network, batch));
    }

    public static void Run(ExampleContext context)
    {
        var (output, hidden) = Deltas();
        context.Title("a(2) = (0.6, 0.7), a(3) = 0.8, y = 1, Θ(2) = (0.5, 0.8, 0.9): what are δ(3) and δ(2)?");
        context.Formula($"δ(3) = a(3) − y = {output:0.######}");
        context.Formula($"δ(2) = Θ(2)ᵀ·δ(3)·a(2)·(1 − a(2)) = ({hidden[0, 0]:0.######}, {hidden[1, 0]:0.######})");
        var (cost, gradient, report) = Check((uint)context.Settings.Seed.IfNone(42));
        context.Title("Binary cross-entropy of a 2-3-1 network on five samples: is the gradient right?");
        context.Formula($"J = −Σ (y·ln h + (1 − y)·ln(1 − h)) / 5 = {cost}");
        context.Formulas(gradient.Select((slope, i) => (FormattableString)$"∂J/∂Θ(1)[{i / 3}, {i % 3}] = {slope}"));
        context.Say($"Relative difference from numeric differentiation: {report.RelativeDifference(0):0.0e+0}, over {report.Compared} derivatives.");
    }
}
