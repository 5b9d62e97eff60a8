namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks;
using Functional.Numerics;
using Functional.Numerics.Differentiation;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// Compares the gradient that the backward pass gives with numeric differentiation of the forward pass. That is always done in double
/// precision, for networks in single precision with their own parameters, so that their rounding does not stand in the numeric derivatives.
/// </summary>
public static class GradientCheck
{
    /// <summary>The name under which the inputs stand in a report.</summary>
    public const string Inputs = "inputs";

    /// <summary>Compares the derivative by every single parameter and every single input.</summary>
    /// <param name="objective">The objective whose gradient is checked.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch that the objective is evaluated on.</param>
    /// <param name="pass">The pass; inference on one thread when left out. Its threads share the derivatives among them.</param>
    /// <param name="differentiation">How to differentiate; by <see cref="ExtrapolatedDifference"/> when left out.</param>
    /// <returns>A comparison for each parameter, then one for the inputs.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or the gradient not the parameters.</exception>
    public static GradientReport Everywhere(
        Objective objective, Layer<double> network, Batch<double> batch, Pass? pass = null, NumericDerivative? differentiation = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        pass ??= Pass.Inference();
        var (center, analytic) = Analytic(objective, network, batch, pass);
        return Compared(objective, network, batch, pass, differentiation, center, analytic);
    }

    /// <summary>
    /// Compares the derivative by every single parameter and every single input with <c>(f(x + h) − f(x − h)) / 2h</c>, as tutorials do: less exact than
    /// <see cref="Everywhere"/>, and blind to kinks, but with the figures that tutorials show.
    /// </summary>
    /// <param name="objective">The objective whose gradient is checked.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch that the objective is evaluated on.</param>
    /// <param name="pass">The pass; inference on one thread when left out. Its threads share the derivatives among them.</param>
    /// <param name="step">h, finite and above 0.</param>
    /// <returns>A comparison for each parameter, then one for the inputs.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or the gradient not the parameters, or the step is not finite or not above 0.</exception>
    public static GradientReport ByTwoPoints(Objective objective, Layer<double> network, Batch<double> batch, Pass? pass = null, double step = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        return double.IsFinite(step) && step > 0
        ? Everywhere(objective, network, batch, pass, (function, _) => new((function(step) - function(-step)) / (2 * step), double.NaN, IsKink: false, step, Evaluations: 2))
        : throw new ArgumentOutOfRangeException(nameof(step), step, "The step must be finite and above 0.");
    }

    /// <summary>
    /// Compares the derivative by every single parameter and every single input in single precision with numeric differentiation in double
    /// precision, of the same network with the same parameters and statistics on the same batch.
    /// </summary>
    /// <param name="objective">The objective whose gradient is checked.</param>
    /// <param name="network">The network in single precision, whose backward pass is checked.</param>
    /// <param name="batch">The batch that the objective is evaluated on.</param>
    /// <param name="precise">The network in double precision; it is given the other one's parameters and statistics.</param>
    /// <param name="pass">The pass; inference on one thread when left out. Its threads share the derivatives among them.</param>
    /// <returns>A comparison for each parameter, then one for the inputs.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or the gradient not the parameters, or the two networks have other parameters.</exception>
    public static GradientReport OfSinglePrecision(Objective objective, Layer<float> network, Batch<float> batch, Layer<double> precise, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(precise);
        pass ??= Pass.Inference();
        var gradient = objective.Evaluate(network, batch, pass).Gradient;
        var twin = precise.With(Widening.Of(network.Parameters)).WithStatistics(Widening.Of(network.Statistics));
        var own = new Batch<double>(Widening.Of(batch.Inputs), Widening.Of(batch.Targets, network.OutputSize(batch.Inputs.RowCount)));
        var analytic = Widening.Of(gradient.Parameters).Entries.Map(entry => (entry.Name, entry.Values.Numbers.ToArray())).Add((Inputs, Widening.Of(gradient.Input).Numbers.ToArray()));
        return Compared(objective, twin, own, pass, null, objective.Value(twin, own, pass), analytic.Strict());
    }

    /// <summary>The derivative by every single parameter and every single input from both ways, one by one: what <see cref="Everywhere"/> sums up.</summary>
    /// <param name="objective">The objective whose gradient is checked.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch that the objective is evaluated on.</param>
    /// <param name="pass">The pass; inference on one thread when left out. Its threads share the derivatives among them.</param>
    /// <returns>The parameters' derivatives in their order, then the inputs'.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or the gradient not the parameters.</exception>
    public static Seq<GradientComponent> Components(Objective objective, Layer<double> network, Batch<double> batch, Pass? pass = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        pass ??= Pass.Inference();
        var (center, analytic) = Analytic(objective, network, batch, pass);
        var rows = network.Parameters.Entries.Map(entry => entry.Values.RowCount).Add(batch.Inputs.RowCount).ToArray();
        var slopes = Slopes(objective, network, batch, pass, ExtrapolatedDifference.At, center, analytic);
        return analytic
            .SelectMany((tensor, place) => tensor.Values.Select((value, index) => (tensor.Name, Row: index % rows[place], Column: index / rows[place], value)))
            .Zip(slopes, (at, slope) => new GradientComponent(at.Name, at.Row, at.Column, at.value, slope))
            .ToSeq().Strict();
    }

    private static GradientReport Compared(
        Objective objective, Layer<double> network, Batch<double> batch, Pass pass, NumericDerivative? differentiation, double center, Seq<(string Name, double[] Values)> analytic)
    {
        var slopes = Slopes(objective, network, batch, pass, differentiation ?? ExtrapolatedDifference.At, center, analytic);
        var from = 0;
        return new(analytic.Map(tensor =>
        {
            var own = slopes.AsSpan(from, tensor.Values.Length);
            from += own.Length;
            return GradientComparison.Of(tensor.Name, tensor.Values, own);
        }).Strict());
    }

    /// <summary>The numeric derivatives by every number of every tensor, in order.</summary>
    private static Derivative[] Slopes(
        Objective objective, Layer<double> network, Batch<double> batch, Pass pass, NumericDerivative differentiation, double center, Seq<(string Name, double[] Values)> analytic) =>
        Spread(
            analytic.SelectMany((tensor, place) => Enumerable.Range(0, tensor.Values.Length).Select(index => (tensor: place, index))).ToArray(),
            pass.Execution.Threads,
            () => new Probe(objective, network, batch, pass),
            (probe, at) => differentiation(offset => probe.At(at.tensor, at.index, offset), center));

    /// <summary>
    /// Compares the derivative along random directions in the space of one parameter tensor or of the inputs, for networks too large to
    /// go through number by number.
    /// </summary>
    /// <param name="objective">The objective whose gradient is checked.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch that the objective is evaluated on.</param>
    /// <param name="directions">How many directions for each tensor, at least 1.</param>
    /// <param name="key">What the directions, normally distributed and of length 1, are drawn from.</param>
    /// <param name="pass">The pass; inference on one thread when left out. Its threads share the derivatives among them.</param>
    /// <param name="differentiation">How to differentiate; by <see cref="ExtrapolatedDifference"/> when left out.</param>
    /// <returns>A comparison for each parameter, then one for the inputs, each over its directions.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network, or the gradient not the parameters.</exception>
    public static GradientReport AlongDirections(
        Objective objective,
        Layer<double> network,
        Batch<double> batch,
        int directions,
        RandomKey key,
        Pass? pass = null,
        NumericDerivative? differentiation = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfLessThan(directions, 1);
        pass ??= Pass.Inference();
        differentiation ??= ExtrapolatedDifference.At;
        var (center, analytic) = Analytic(objective, network, batch, pass);
        var points = Enumerable.Range(0, analytic.Count).SelectMany(tensor => Enumerable.Range(0, directions).Select(direction => (tensor, direction))).ToArray();
        var drawn = new double[points.Length][];
        var slopes = Spread(
            points,
            pass.Execution.Threads,
            () => new Probe(objective, network, batch, pass),
            (probe, at) =>
            {
                var direction = drawn[(at.tensor * directions) + at.direction] = Direction(at);
                return differentiation(offset => probe.Along(at.tensor, direction, offset), center);
            });
        return new(analytic.Select((tensor, place) => GradientComparison.Of(
            tensor.Name,
            [.. Enumerable.Range(0, directions).Select(direction => Dot(tensor.Values, drawn[(place * directions) + direction]))],
            slopes.AsSpan(place * directions, directions))).ToSeq().Strict());

        double[] Direction((int Tensor, int Index) at)
        {
            var own = key.At(at.Tensor).At(at.Index);
            var direction = new double[analytic[at.Tensor].Values.Length];
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] = own.Normal(i);
            }

            var length = Math.Sqrt(Dot(direction, direction));
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] /= length;
            }

            return direction;
        }
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (x, y) => x * y).Sum();

    /// <summary>The objective's value and its gradient by each parameter and by the inputs.</summary>
    private static (double Center, Seq<(string Name, double[] Values)> Gradient) Analytic(Objective objective, Layer<double> network, Batch<double> batch, Pass pass)
    {
        var result = objective.Evaluate(network, batch, pass);
        RequireSameShape(network.Parameters, result.Gradient.Parameters);
        var parameters = result.Gradient.Parameters.Entries.Map(entry => (entry.Name, entry.Values.AsColumnMajorArray() ?? entry.Values.ToColumnMajorArray()));
        return (result.Value, parameters.Add((Inputs, result.Gradient.Input.Numbers.ToArray())).Strict());
    }

    private static void RequireSameShape(Parameters<double> parameters, Parameters<double> gradient)
    {
        if (parameters.Entries.Count != gradient.Entries.Count
            || parameters.Entries.Zip(gradient.Entries).Any(pair => pair.Item1.Values.RowCount != pair.Item2.Values.RowCount || pair.Item1.Values.ColumnCount != pair.Item2.Values.ColumnCount))
        {
            throw new ArgumentException("The backward pass gives a gradient that has not the shapes of the parameters.", nameof(gradient));
        }
    }

    /// <summary>Computes something at every point, on several threads that each have a probe of their own.</summary>
    private static Derivative[] Spread<TPoint>(TPoint[] points, int threads, Func<Probe> probe, Func<Probe, TPoint, Derivative> compute)
    {
        var results = new Derivative[points.Length];
        var parts = Math.Clamp(threads, 1, Math.Max(points.Length, 1));
        try
        {
            Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = parts }, part =>
            {
                var own = probe();
                for (var i = (int)((long)points.Length * part / parts); i < (int)((long)points.Length * (part + 1) / parts); i++)
                {
                    results[i] = compute(own, points[i]);
                }
            });
        }
        catch (AggregateException several)
        {
            // On how many threads it was thrown is nobody's concern.
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>Parameters and a batch of which one tensor can be moved: a worker's private copy, put back after each use.</summary>
    private sealed class Probe
    {
        private readonly Objective objective;
        private readonly Layer<double> network;
        private readonly Parameters<double> parameters;
        private readonly Batch<double> batch;
        private readonly Pass pass;
        private readonly List<double[]> tensors;
        private readonly double[] kept;

        public Probe(Objective objective, Layer<double> network, Batch<double> batch, Pass pass)
        {
            this.objective = objective;
            this.network = network;
            this.pass = pass is TrainingPass training ? Pass.Training(training.Key) : Pass.Inference();
            parameters = network.Parameters.Map((_, values) => Copy(values));
            this.batch = new(Copy(batch.Inputs), batch.Targets);
            tensors = [.. parameters.Entries.Map(entry => entry.Values.AsColumnMajorArray()), this.batch.Inputs.AsColumnMajorArray()];
            kept = new double[tensors.Max(numbers => numbers.Length)];
        }

        /// <summary>The objective with one number moved by an offset.</summary>
        public double At(int tensor, int index, double offset)
        {
            var numbers = tensors[tensor];
            var before = numbers[index];
            numbers[index] = before + offset;
            var value = Value();
            numbers[index] = before;
            return value;
        }

        /// <summary>The objective with a whole tensor moved along a direction.</summary>
        public double Along(int tensor, double[] direction, double offset)
        {
            var numbers = tensors[tensor];
            numbers.CopyTo(kept, 0);
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = Math.FusedMultiplyAdd(direction[i], offset, kept[i]);
            }

            var value = Value();
            kept.AsSpan(0, numbers.Length).CopyTo(numbers);
            return value;
        }

        /// <summary>The objective with the numbers as they stand; layers may copy what they are given, so they are given it anew.</summary>
        private double Value() => objective.Value(network.With(parameters), batch, pass);

        private static Matrix<double> Copy(Matrix<double> values) => Dense.Matrix(values.RowCount, values.ColumnCount, values.Numbers.ToArray());
    }
}
