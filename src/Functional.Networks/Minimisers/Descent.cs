namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The steps of a minimiser: a direction, a search along it, and what is learned.</summary>
internal sealed record Descent<T>(Minimiser Minimiser, DifferentiableFunction<T> Function, Execution Execution)
    where T : struct, IFloatingPointIeee754<T>
{
    public Standing<T> Begin(Vector<T> start) => new(At(start, 0, null), Minimiser.Begin<T>(), double.PositiveInfinity, 0, 1);

    /// <summary>What is told of a point, and where the search stands next; nowhere where it stops.</summary>
    public (Iterate<T> Iterate, Standing<T>? Next) From(Standing<T> standing)
    {
        if (Reason(standing) is { } reason)
        {
            return (Told(standing, standing.Evaluations, reason), null);
        }

        var (evaluations, gradient) = (standing.Evaluations, standing.At.At.Gradient);
        foreach (var known in new[] { standing.Known, Minimiser.Begin<T>() })
        {
            var direction = known.Of(gradient, Execution);
            var slope = double.CreateChecked(InnerProduct.Of(gradient.Numbers, direction.Numbers));
            if (!double.IsFinite(slope) || slope >= 0)
            {
                continue;
            }

            var start = standing.At with { Length = 0, Slope = slope };
            if (Minimiser.Search.Along(Evaluated, start, known.IsFresh ? Cautious(gradient) : known.FirstLength(slope)) is { } found)
            {
                var next = new Standing<T>(found, known.After(start, found, direction, Execution), start.Height, standing.Iterations + 1, evaluations);
                return (Told(standing, standing.Evaluations, null), next);
            }

            if (known.IsFresh)
            {
                break;
            }

            Trial<T> Evaluated(double length)
            {
                evaluations++;
                return At(Combination.Of(start.Point, T.CreateChecked(length), direction, Execution), length, direction);
            }
        }

        return (Told(standing, evaluations, MinimiserStop.LineSearchFailed), null);
    }

    /// <summary>How far to go first where nothing is known: a step whose components' magnitudes add up to at most 1.</summary>
    private static double Cautious(Vector<T> gradient) => Math.Min(1, 1 / double.CreateChecked(GrainSum.OfMagnitudes(gradient.Numbers)));

    private static Iterate<T> Told(Standing<T> standing, int evaluations, MinimiserStop? stop) =>
        new(standing.At.Point, standing.At.At.Value, standing.At.At.Gradient, standing.Iterations, evaluations, stop);

    private MinimiserStop? Reason(Standing<T> standing)
    {
        var (limits, height) = (Minimiser.Limits, standing.At.Height);
        return !double.IsFinite(height) || !Finite.All(standing.At.At.Gradient.Numbers) ? MinimiserStop.NotFinite
            : double.CreateChecked(LargestMagnitude.Of(standing.At.At.Gradient.Numbers)) <= limits.GradientTolerance ? MinimiserStop.GradientTolerance
            : standing.HeightBefore - height <= limits.ValueTolerance * Math.Max(1, Math.Max(Math.Abs(standing.HeightBefore), Math.Abs(height))) && standing.Iterations > 0 ? MinimiserStop.ValueTolerance
            : standing.Iterations >= limits.Iterations ? MinimiserStop.IterationLimit
            : standing.Evaluations >= limits.Evaluations ? MinimiserStop.EvaluationLimit
            : null;
    }

    private Trial<T> At(Vector<T> point, double length, Vector<T>? direction)
    {
        var value = Function(point) ?? throw new InvalidOperationException("The function gives null, where its value and its gradient are expected.");
        return value.Gradient.Count == point.Count
            ? new(length, point, value, direction is null ? 0 : double.CreateChecked(InnerProduct.Of(value.Gradient.Numbers, direction.Numbers)))
            : throw new ArgumentException($"The point has {point.Count} numbers, so the gradient must have as many, not {value.Gradient.Count}.", nameof(point));
    }
}
