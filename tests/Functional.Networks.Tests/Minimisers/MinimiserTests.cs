namespace Functional.Networks.Tests.Minimisers;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using Xunit;
using static Functional.Networks.Build;

public sealed class MinimiserTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(11);
    private static readonly MinimiserLimits Tight = new(iterations: 2000, gradientTolerance: 1e-9, valueTolerance: 0);

    public static TheoryData<Minimiser> Both => [new LimitedMemoryBfgs(limits: Tight), new Functional.Networks.ConjugateGradient(Tight)];

    [Theory]
    [MemberData(nameof(Both))]
    public void The_valley_of_Rosenbrock_leads_to_one_and_one(Minimiser minimiser)
    {
        var end = minimiser.Minimise(Rosenbrock, Dense.Vector([-1.2, 1.0]));
        Assert.Equal(MinimiserStop.GradientTolerance, end.Stop);
        Assert.Equal(1, end.Point[0], 1e-7);
        Assert.Equal(1, end.Point[1], 1e-7);
        Assert.InRange(end.Iterations, 10, 200);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Quadratic_functions_of_any_size_end_where_their_linear_equations_say(Minimiser minimiser)
    {
        foreach (var size in new[] { 1, 2, 7, 64, 67 })
        {
            var root = Dense.Matrix(size, size, [.. Enumerable.Range(0, size * size).Select(i => Key.At(size).Normal(i))]);
            var matrix = (root.TransposeThisAndMultiply(root) / size) + Matrix<double>.Build.DenseIdentity(size);
            var target = Dense.Vector([.. Enumerable.Range(0, size).Select(i => Key.At(-size).Normal(i))]);
            var expected = matrix.Cholesky().Solve(target);
            var end = minimiser.Minimise(x => new((0.5 * (x * (matrix * x))) - (target * x), (matrix * x) - target), Dense.Vector(new double[size]));
            Assert.True((end.Point - expected).InfinityNorm() < 1e-7, $"size {size}: {end.Stop} at a distance of {(end.Point - expected).InfinityNorm()}");
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void A_convex_objective_of_a_network_ends_where_that_of_MathNet_does(Minimiser minimiser)
    {
        // Softmax regression with an L2 penalty on the weights; the bias can be moved along one line without effect, which gradients do not do.
        var (network, batch) = (Chain(Affine(3)).Initialise<double>(4, Key), Samples(50));
        var objective = new Objective(new SoftmaxCrossEntropy(), new L2(0.1));
        var own = minimiser.Minimise(objective, network, batch);
        var oracle = new BfgsMinimizer(1e-9, 1e-12, 1e-15, 1000).FindMinimum(
            ObjectiveFunction.Gradient(point =>
            {
                var result = objective.Evaluate(network.With(network.Parameters.Roll(point)), batch, Pass.Inference());
                return (result.Value, result.Gradient.Parameters.Unroll());
            }),
            network.Parameters.Unroll());
        Assert.Equal(oracle.FunctionInfoAtMinimum.Value, own.Value, 1e-9);
        Assert.True((oracle.MinimizingPoint - own.Network.Parameters.Unroll()).InfinityNorm() < 1e-6);
        Assert.True(own.GradientNorm < 1e-7, $"{own.Stop} at {own.GradientNorm}");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_iterate_is_lower_than_the_one_before_and_all_evaluations_are_counted(Minimiser minimiser)
    {
        var evaluations = 0;
        var iterates = minimiser.Iterates(
            x =>
            {
                evaluations++;
                return Rosenbrock(x);
            },
            Dense.Vector([-1.2, 1.0])).ToArray();
        Assert.All(iterates.Zip(iterates.Skip(1)), pair => Assert.True(pair.Second.Value < pair.First.Value));
        Assert.All(iterates.SkipLast(1), iterate => Assert.Null(iterate.Stop));
        Assert.Equal(Enumerable.Range(0, iterates.Length), iterates.Select(iterate => iterate.Iterations));
        Assert.Equal(evaluations, iterates[^1].Evaluations);
        Assert.Equal(1, iterates[0].Evaluations);
        Assert.All(iterates, iterate => Assert.Equal(Rosenbrock(iterate.Point).Value, iterate.Value));
        Assert.Equal(iterates[^1], minimiser.Minimise(Rosenbrock, Dense.Vector([-1.2, 1.0])));
    }

    [Fact]
    public void Each_reason_to_stop_is_told()
    {
        var start = Dense.Vector([-1.2, 1.0]);
        Assert.Equal((MinimiserStop.IterationLimit, 3), Stop(new(iterations: 3), Rosenbrock, start));
        Assert.Equal((MinimiserStop.IterationLimit, 0), Stop(new(iterations: 0), Rosenbrock, start));
        Assert.Equal(MinimiserStop.EvaluationLimit, Stop(new(evaluations: 5), Rosenbrock, start).Stop);
        Assert.Equal((MinimiserStop.GradientTolerance, 0), Stop(new(), Rosenbrock, Dense.Vector([1.0, 1.0])));
        Assert.Equal(MinimiserStop.ValueTolerance, Stop(new(gradientTolerance: 0, valueTolerance: 1e-3), Rosenbrock, start).Stop);
        Assert.Equal((MinimiserStop.NotFinite, 0), Stop(new(), Rosenbrock, Dense.Vector([double.NaN, 1.0])));
        Assert.Equal((MinimiserStop.LineSearchFailed, 0), Stop(new(), x => new(Rosenbrock(x).Value, -Rosenbrock(x).Gradient), start));

        static (MinimiserStop? Stop, int Iterations) Stop(MinimiserLimits limits, DifferentiableFunction<double> function, Vector<double> start)
        {
            var ends = new Minimiser[] { new LimitedMemoryBfgs(limits: limits), new Functional.Networks.ConjugateGradient(limits) }.Select(minimiser => minimiser.Minimise(function, start)).ToArray();
            Assert.Equal(ends[0].Stop, ends[1].Stop);
            return (ends[0].Stop, ends[0].Iterations);
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Values_that_are_not_finite_are_walked_around(Minimiser minimiser)
    {
        // x − ln x has its minimum at 1 and is NaN left of 0; from 0.01 the first step along the gradient goes right, later ones may go too far back.
        var visited = 0;
        var end = minimiser.Minimise(
            x =>
            {
                visited += x[0] > 0 ? 0 : 1;
                return new(x[0] > 0 ? x[0] - Math.Log(x[0]) : double.NaN, Dense.Vector([1 - (1 / x[0])]));
            },
            Dense.Vector([30.0]));
        Assert.Equal(1, end.Point[0], 1e-6);
        var barrier = minimiser.Minimise(x => new(x[0] < 100 ? -x[0] : double.PositiveInfinity, Dense.Vector([-1.0])), Dense.Vector([99.5]));
        Assert.InRange(barrier.Point[0], 99.5, 100);
        Assert.True(visited > 0, "No search ever tried a point outside.");
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Bits_do_not_depend_on_threads_and_width(Minimiser minimiser)
    {
        var (network, batch) = (Chain(Affine(37), Tanh(), Affine(3)).Initialise<float>(4, Key), Single(Samples(300)));
        var limited = minimiser is LimitedMemoryBfgs ? new LimitedMemoryBfgs(5, new(12)) : (Minimiser)new Functional.Networks.ConjugateGradient(new(12));
        var objective = new Objective(new SoftmaxCrossEntropy(), new L2(0.001));
        var expected = limited.Minimise(objective, network, batch);
        foreach (var execution in new[] { new Execution { Threads = 3 }, new() { Width = VectorWidth.Scalar }, new() { Width = VectorWidth.Bits128 }, new() { Threads = 2, Width = VectorWidth.Bits512 } })
        {
            var again = limited.Minimise(objective, network, batch, Pass.Inference(execution));
            Assert.Equal(Fingerprint.Of(expected.Network.Parameters), Fingerprint.Of(again.Network.Parameters));
            Assert.Equal(expected.Evaluations, again.Evaluations);
        }

        Assert.Equal(12, expected.Iterations);
        Assert.True(expected.Value < 0.5f * objective.Value(network, batch, Pass.Inference()));
    }

    [Fact]
    public void Memory_pays()
    {
        // Ill-conditioned: more pairs approximate the curvature better.
        var end = new[] { 2, 20 }.Select(memory => new LimitedMemoryBfgs(memory, Tight).Minimise(Stretched, Dense.Vector([.. Enumerable.Repeat(1.0, 13)]))).ToArray();
        Assert.All(end, iterate => Assert.True(iterate.Point.InfinityNorm() < 1e-6));
        Assert.True(end[1].Iterations < end[0].Iterations, $"{end[1].Iterations} and {end[0].Iterations} iterations");

        static FunctionValue<double> Stretched(Vector<double> x) => new(
            x.Select((value, i) => 0.5 * Scale(i) * value * value).Sum(), Dense.Vector([.. x.Select((value, i) => Scale(i) * value)]));

        static double Scale(int i) => 1 << i;
    }

    [Fact]
    public void Arguments_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LimitedMemoryBfgs(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinimiserLimits(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinimiserLimits(evaluations: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinimiserLimits(gradientTolerance: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MinimiserLimits(valueTolerance: -1));
        Assert.Contains("2 numbers", Assert.Throws<ArgumentException>(() => new LimitedMemoryBfgs().Minimise(_ => new(0.0, Dense.Vector([1.0])), Dense.Vector([1.0, 2]))).Message, StringComparison.Ordinal);
    }

    private static FunctionValue<double> Rosenbrock(Vector<double> x)
    {
        var (a, b) = (1 - x[0], x[1] - (x[0] * x[0]));
        return new((a * a) + (100 * b * b), Dense.Vector([(-2 * a) - (400 * x[0] * b), 200 * b]));
    }

    private static Batch<double> Samples(int count) => new(
        Dense.Matrix(4, count, [.. Enumerable.Range(0, 4 * count).Select(i => Key.For("inputs").Normal(i) + (i / 4 % 3 == i % 4 ? 2 : 0))]),
        new ClassTargets<double>([.. Enumerable.Range(0, count).Select(i => i % 3)]));

    private static Batch<float> Single(Batch<double> batch) =>
        new(batch.Inputs.Map(value => (float)value), new ClassTargets<float>(((ClassTargets<double>)batch.Targets).Classes));
}
