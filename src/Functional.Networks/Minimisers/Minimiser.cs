namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A method that makes a function of many variables small by its gradient: of a network's parameters, the objective over a whole batch.
/// It is data; a search is a pure function of the starting point.
/// </summary>
/// <remarks>
/// These are our own and not MathNet's, because every bit of a result is promised: MathNet's vectors take inner products and norms from
/// whichever linear algebra provider a process has, managed or native, its minimisers work in double precision only, and they
/// report an end that was not wished by an exception. All sums here are <see cref="InnerProduct"/> and <see cref="GrainSum"/>; lengths
/// and slopes along a line are held in double precision.
/// </remarks>
public abstract record Minimiser
{
    private protected Minimiser(MinimiserLimits? limits) => Limits = limits ?? new();

    /// <summary>When it stops.</summary>
    public MinimiserLimits Limits { get; }

    /// <summary>How it searches along a line.</summary>
    internal abstract LineSearch Search { get; }

    /// <summary>What it knows before the first step.</summary>
    internal abstract Directions<T> Begin<T>()
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>The points that the search comes to, made one by one as they are asked for; the first is the starting point.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="function">The function, which must be pure; values that are not finite are avoided.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="execution">How to compute what stands between the function's evaluations; sequentially when left out.</param>
    /// <returns>At least one point, each lower than the one before; only the last one tells why it stopped.</returns>
    /// <exception cref="ArgumentException">A gradient has not as many numbers as the point.</exception>
    /// <exception cref="InvalidOperationException">The function gives null.</exception>
    public IEnumerable<Iterate<T>> Iterates<T>(DifferentiableFunction<T> function, Vector<T> start, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(start);
        var descent = new Descent<T>(this, function, execution ?? Execution.Sequential);
        for (var standing = descent.Begin(start); standing is not null;)
        {
            // The next point is looked for first, since it decides whether this one is the last.
            var (iterate, next) = descent.From(standing);
            yield return iterate;
            standing = next;
        }
    }

    /// <summary>The point at which the search stops.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="function">The function, which must be pure; values that are not finite are avoided.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="execution">How to compute what stands between the function's evaluations; sequentially when left out.</param>
    /// <returns>The lowest point found, with the reason to stop there.</returns>
    /// <exception cref="ArgumentException">A gradient has not as many numbers as the point.</exception>
    /// <exception cref="InvalidOperationException">The function gives null.</exception>
    public Iterate<T> Minimise<T>(DifferentiableFunction<T> function, Vector<T> start, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T> => Iterates(function, start, execution).Last();

    /// <summary>The networks that the search comes to, made one by one as they are asked for; the first is the network as it begins.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="objective">What is made small.</param>
    /// <param name="network">The network as it begins.</param>
    /// <param name="batch">All samples.</param>
    /// <param name="pass">
    /// The pass in which every evaluation goes through the network; inference when left out. A training pass has one key, so what is random
    /// in training, such as which units are dropped, stays the same for the whole search.
    /// </param>
    /// <returns>At least one network, each of a lower objective than the one before; only the last one tells why it stopped.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public IEnumerable<NetworkIterate<T>> Iterates<T>(Objective objective, Layer<T> network, Batch<T> batch, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        var chosen = pass ?? Pass.Inference();
        var parameters = network.Parameters;
        return Iterates(Evaluated, parameters.Unroll(), chosen.Execution).Select(iterate => new NetworkIterate<T>(
            network.With(parameters.Roll(iterate.Point)), iterate.Value, iterate.GradientNorm, iterate.Iterations, iterate.Evaluations, iterate.Stop));

        FunctionValue<T> Evaluated(Vector<T> point)
        {
            var result = objective.Evaluate(network.With(parameters.Roll(point)), batch, chosen);
            return new(result.Value, result.Gradient.Parameters.Unroll());
        }
    }

    /// <summary>The network at which the search stops.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="objective">What is made small.</param>
    /// <param name="network">The network as it begins.</param>
    /// <param name="batch">All samples.</param>
    /// <param name="pass">The pass in which every evaluation goes through the network; inference when left out.</param>
    /// <returns>The network of the lowest objective found, with the reason to stop there.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public NetworkIterate<T> Minimise<T>(Objective objective, Layer<T> network, Batch<T> batch, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T> => Iterates(objective, network, batch, pass).Last();
}
