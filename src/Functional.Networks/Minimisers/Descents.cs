namespace Functional.Networks;

using System;
using System.Collections.Generic;
using Functional.Numerics;
using Functional.Numerics.Elementwise.Operations;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Optimisers on plain functions of many variables, without a network.</summary>
public static class Descents
{
    /// <summary>
    /// The points that an optimiser comes to on a function, made one by one as they are asked for and without end; the first is the starting point.
    /// It ends behind the first point whose value or gradient is not finite.
    /// </summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="optimiser">The optimiser. The variables are one parameter named "point", in the role of weights.</param>
    /// <param name="function">The function, which must be pure.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="execution">How to compute the updates; sequentially when left out.</param>
    /// <exception cref="ArgumentException">A gradient has not as many numbers as the point.</exception>
    /// <exception cref="InvalidOperationException">The function gives null.</exception>
    public static IEnumerable<DescentPoint<T>> Descend<T>(
        this GradientTransformation optimiser, DifferentiableFunction<T> function, Vector<T> start, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(start);
        var at = Variables(start);
        for (var state = optimiser.Start(at); ;)
        {
            var (point, here) = (at.Unroll(), function(at.Unroll()) ?? throw new InvalidOperationException("The function gives null, where its value and its gradient are expected."));
            yield return new(point, here.Value);
            var gradient = at.Roll(here.Gradient);
            if (!T.IsFinite(here.Value) || !gradient.AreFinite())
            {
                yield break;
            }

            (var update, state) = optimiser.Step(gradient, state, at, here.Value, execution);
            at = at.Zip(default(Add<T>), update, execution ?? Execution.Sequential);
        }
    }

    private static Parameters<T> Variables<T>(Vector<T> point)
        where T : struct, IFloatingPointIeee754<T> =>
        Parameters<T>.Of(new Parameter<T>("point", ParameterRole.Weights, Dense.Matrix(point.Count, 1, point.Numbers.ToArray())));
}
