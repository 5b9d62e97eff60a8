namespace Functional.Networks;

using System;
using System.Linq;
using LanguageExt;

/// <summary>What a gradient transformation remembers between steps: data only, of one form for all of them.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Steps">The number of steps done.</param>
/// <param name="Moments">Running values in the parameters' shape; which ones, the transformation tells.</param>
/// <param name="Parts">The states of the transformations that this one is made of.</param>
public sealed record TransformationState<T>(long Steps, Seq<Parameters<T>> Moments, Seq<TransformationState<T>> Parts)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Before the first step.</summary>
    /// <param name="moments">The running values as they begin.</param>
    public static TransformationState<T> Start(params Parameters<T>[] moments) =>
        new(0, moments.ToArray().ToSeq().Strict(), Seq<TransformationState<T>>.Empty);

    /// <summary>After one more step.</summary>
    /// <param name="moments">The running values as they are now.</param>
    public TransformationState<T> Next(params Parameters<T>[] moments) =>
        this with { Steps = Steps + 1, Moments = moments.ToArray().ToSeq().Strict() };

    /// <summary>Throws unless the state has the form that a transformation gives it.</summary>
    internal void Require(int moments, int parts, string transformation)
    {
        if (Moments.Count != moments || Parts.Count != parts)
        {
            throw new ArgumentException(
                $"The state belongs to another transformation: {transformation} keeps {moments} moments and {parts} parts, this one has {Moments.Count} and {Parts.Count}.", nameof(transformation));
        }
    }
}
