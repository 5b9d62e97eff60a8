namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using LanguageExt;

/// <summary>
/// A pair of pure functions, from a gradient to what is added to the parameters: an optimiser is a chain of such. It is data; what
/// it remembers between steps is a value of its own.
/// </summary>
public abstract record GradientTransformation
{
    private protected GradientTransformation()
    {
    }

    /// <summary>The transformation that leaves every gradient as it is: the unit of chaining.</summary>
    public static GradientTransformation None { get; } = new Chained(Seq<GradientTransformation>.Empty);

    /// <summary>The state before the first step.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">The parameters that are going to be trained.</param>
    /// <exception cref="ArgumentException">The transformation names parameters that there are none of.</exception>
    public TransformationState<T> Start<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(parameters);
        RequireNames(parameters.Entries.Map(entry => entry.Name));
        return new(0, StartMoments(parameters), Inner.Map(inner => inner.Start(parameters)).Strict(), StartNumbers);
    }

    /// <summary>Transforms one step's gradient.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="gradient">The gradient, or what the transformation before made of it.</param>
    /// <param name="state">The state that <see cref="Start{T}"/> or the last step gave.</param>
    /// <param name="parameters">The parameters before the step.</param>
    /// <param name="objective">The objective's value on the step's batch, for transformations that look at it.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The update, in the parameters' shape, and the next state.</returns>
    /// <exception cref="ArgumentException">Gradient, state and parameters do not belong together, or the objective's value is missing.</exception>
    public (Parameters<T> Update, TransformationState<T> State) Step<T>(
        Parameters<T> gradient, TransformationState<T> state, Parameters<T> parameters, T? objective = null, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(parameters);
        RequireState(state);
        parameters.RequireSameShape(gradient);
        var layout = ParameterLayout.Of(parameters, padding: 1);
        var (update, room) = (layout.Load(gradient), new MomentStore<T>(state, layout));
        var plan = new UpdatePlan<T>(this, room, layout, update, layout.Load(parameters), execution ?? Execution.Sequential, Math.Max(1, layout.Length))
        {
            IsFinite = gradient.AreFinite() && (objective is null || T.IsFinite(objective.Value)),
        };
        plan.Begin(objective is { } value ? double.CreateChecked(value) : null);
        plan.Run(rank: 0, size: 1, from: 0, layout.Length, static () => { }, adds: false);
        plan.End();
        return (layout.Store(update), room.State(layout));
    }

    /// <summary>This transformation, then another.</summary>
    /// <param name="next">What is applied to the result of this one.</param>
    /// <remarks>Chains are joined to one chain, so that chaining is associative and <see cref="None"/> its unit as data, too.</remarks>
    public GradientTransformation Then(GradientTransformation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var links = (Links + next.Links).Strict();
        return links.Count == 1 ? links[0] : new Chained(links);
    }

    /// <summary>The transformations that this one is a chain of; itself where it is none.</summary>
    internal virtual Seq<GradientTransformation> Links => Prelude.Seq1(this);

    /// <summary>The transformations that this one is made of, in the order of their states.</summary>
    internal virtual Seq<GradientTransformation> Inner => Seq<GradientTransformation>.Empty;

    /// <summary>How many moments the state has.</summary>
    internal virtual int MomentCount => 0;

    /// <summary>The state's numbers before the first step.</summary>
    internal virtual Seq<double> StartNumbers => Seq<double>.Empty;

    /// <summary>Whether a step with a gradient or an objective that is not finite does no harm.</summary>
    internal virtual bool AcceptsNonFinite => false;

    /// <summary>The moments before the first step: zeros, unless a transformation says otherwise.</summary>
    internal virtual Seq<Parameters<T>> StartMoments<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T> => Enumerable.Range(0, MomentCount).Select(_ => parameters.Zeros()).ToSeq().Strict();

    /// <summary>Throws where the transformation names a parameter that is not there.</summary>
    internal virtual void RequireNames(Seq<string> names)
    {
    }

    /// <summary>Writes down what each step does; the state's number of steps is for the caller to advance.</summary>
    /// <param name="plan">Takes what is written down.</param>
    /// <param name="state">The state, which the steps write over.</param>
    internal abstract void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Writes down what each step does, and that it is counted.</summary>
    internal void WriteAll<T>(UpdatePlan<T> plan, MomentStore<T> state)
        where T : struct, IFloatingPointIeee754<T>
    {
        Write(plan, state);
        plan.AtEnd(state.Advance);
    }

    /// <summary>Whether a state has the form that this transformation gives it.</summary>
    internal bool Fits<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
        HasForm(state) && Inner.Zip(state.Parts).ForAll(pair => pair.Item1.Fits(pair.Item2));

    /// <summary>This transformation and all that it is made of, each with its part of a state.</summary>
    internal IEnumerable<(GradientTransformation Transformation, TransformationState<T> State)> Unfold<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T>
    {
        RequireState(state);
        return Inner.Zip(state.Parts).SelectMany(pair => pair.Item1.Unfold(pair.Item2)).Prepend((this, state));
    }

    /// <summary>Returns a factor of a running mean, which must be at least 0 and below 1.</summary>
    private protected static double RequireDecay(double decay, string name) => decay is >= 0 and < 1
        ? decay
        : throw new ArgumentOutOfRangeException(name, decay, "The decay must be at least 0 and below 1.");

    /// <summary>Returns a number that must be finite and above 0.</summary>
    private protected static double RequirePositive(double number, string name) => double.IsFinite(number) && number > 0
        ? number
        : throw new ArgumentOutOfRangeException(name, number, "The number must be finite and above 0.");

    /// <summary>Returns a number that must be finite and not negative.</summary>
    private protected static double RequireNotNegative(double number, string name) => double.IsFinite(number) && number >= 0
        ? number
        : throw new ArgumentOutOfRangeException(name, number, "The number must be finite and not negative.");

    private bool HasForm<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
        state.Moments.Count == MomentCount && state.Parts.Count == Inner.Count && state.Numbers.Count == StartNumbers.Count;

    private void RequireState<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (!HasForm(state))
        {
            throw new ArgumentException(
                $"The state belongs to another transformation: {GetType().Name} keeps {MomentCount} moments, {Inner.Count} parts and {StartNumbers.Count} numbers, this one has {state.Moments.Count}, {state.Parts.Count} and {state.Numbers.Count}.",
                nameof(state));
        }

        foreach (var (inner, part) in Inner.Zip(state.Parts))
        {
            inner.RequireState(part);
        }
    }
}
