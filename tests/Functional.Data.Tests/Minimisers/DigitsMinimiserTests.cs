namespace Functional.Data.Tests.Minimisers;

using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using Xunit.Abstractions;

/// <summary>
/// The figures that scikit-learn's tests of its multi-layer perceptrons ask of L-BFGS (sklearn/neural_network/tests/test_mlp.py,
/// test_lbfgs_classification and test_lbfgs_regression): one hidden layer of 50 units of each activation, 150 iterations, alpha 0.0001 as an L2
/// penalty divided by the number of samples, 10 pairs of memory and a gradient tolerance of 0.0001.
/// </summary>
public sealed class DigitsMinimiserTests(ITestOutputHelper output)
{
    private const double Alpha = 1e-4;
    private static readonly RandomKey Key = RandomKey.FromSeed(1);
    private static readonly LimitedMemoryBfgs Minimiser = new(10, new(iterations: 150, gradientTolerance: 1e-4));

    public static TheoryData<Activation> Activations => [new Identity(), new Sigmoid(), new Tanh(), new Relu()];

    /// <summary>There the classes are two and three of the first 150 samples; here ten of all samples, too.</summary>
    [Theory]
    [MemberData(nameof(Activations))]
    public void Digits_of_two_three_and_ten_classes_are_learned_to_over_95_percent(Activation activation)
    {
        foreach (var (classes, count) in new[] { (2, 150), (3, 150), (10, 150), (10, 1797) })
        {
            var digits = Digits.All();
            var chosen = ((ClassLabels)digits.Labels).Classes.Select((index, sample) => (index, sample)).Where(digit => digit.index < classes).Select(digit => digit.sample).Take(count).ToArray();
            var samples = digits.Select(chosen).As<double>();
            var network = Build.Chain(Build.Affine(50), activation, Build.Affine(classes)).Initialise<double>(64, Key);
            var end = Minimiser.Minimise(new Objective(new SoftmaxCrossEntropy(), new L2(Alpha / chosen.Length)), network, new(samples.All().Inputs, samples.All().Targets));
            var accuracy = Evaluation<double>.Of(end.Network, new SoftmaxCrossEntropy(), samples).Accuracy;
            output.WriteLine($"{activation.Title}, {classes} classes of {chosen.Length}: accuracy {accuracy}, loss {end.Value}, {end.Iterations} iterations, {end.Evaluations} evaluations, {end.Stop}");
            Assert.True(accuracy > 0.95, $"{activation.Title}, {classes} classes of {chosen.Length}: {accuracy}");
            Assert.InRange(end.Iterations, 1, 150);
        }
    }

    /// <summary>
    /// 200 samples of 10 standard normal features, a linear target with coefficients from 0 to 100, noise of deviation 100, all standardised: a
    /// linear network cannot fit the noise, one with an activation has parameters enough.
    /// </summary>
    [Theory]
    [MemberData(nameof(Activations))]
    public void A_regression_of_200_samples_is_learned_to_a_determination_of_98_percent(Activation activation)
    {
        const int Count = 200, Features = 10;
        var inputs = Dense.Matrix(Features, Count, [.. Enumerable.Range(0, Features * Count).Select(i => Key.For("inputs").Normal(i))]);
        var coefficients = Dense.Vector([.. Enumerable.Range(0, Features).Select(i => 100 * Key.For("coefficients").Uniform(i))]);
        var raw = inputs.TransposeThisAndMultiply(coefficients).Select((value, i) => value + 20 + (100 * Key.For("noise").Normal(i))).ToArray();
        var (mean, deviation) = (raw.Average(), Deviation(raw));
        var targets = Dense.Matrix(1, Count, [.. raw.Select(value => (value - mean) / deviation)]);
        var network = Build.Chain(Build.Affine(50), activation, Build.Affine(1)).Initialise<double>(Features, Key);
        var end = Minimiser.Minimise(new Objective(new SquaredError(half: true), new L2(Alpha / Count)), network, new(inputs, new ValueTargets<double>(targets)));
        var determination = Determination(end.Network.Predict(inputs), targets);
        output.WriteLine($"{activation.Title}: R² {determination}, {end.Iterations} iterations, {end.Evaluations} evaluations, {end.Stop}");
        Assert.True(determination > (activation is Identity ? 0.80 : 0.98), $"{activation.Title}: {determination}");
    }

    /// <summary>R² = 1 − Σ (t − y)² / Σ (t − mean of t)².</summary>
    private static double Determination(Matrix<double> predicted, Matrix<double> targets)
    {
        var errors = predicted.ToColumnMajorArray().Zip(targets.ToColumnMajorArray(), (prediction, target) => (target - prediction) * (target - prediction)).Sum();
        var mean = targets.ToColumnMajorArray().Average();
        return 1 - (errors / targets.ToColumnMajorArray().Sum(target => (target - mean) * (target - mean)));
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return System.Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }
}
