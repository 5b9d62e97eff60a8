namespace Functional.Networks;

using LanguageExt;

/// <summary>What a gradient transformation remembers between steps: data only, of one form for all of them.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Steps">The number of steps done.</param>
/// <param name="Moments">Running values in the parameters' shape; which ones, the transformation tells.</param>
/// <param name="Parts">The states of the transformations that this one is made of.</param>
/// <param name="Numbers">What is counted or measured beside them; what, the transformation tells.</param>
public sealed record TransformationState<T>(long Steps, Seq<Parameters<T>> Moments, Seq<TransformationState<T>> Parts, Seq<double> Numbers)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Running values in the parameters' shape; which ones, the transformation tells.</summary>
    public Seq<Parameters<T>> Moments { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Moments);

    /// <summary>The states of the transformations that this one is made of.</summary>
    public Seq<TransformationState<T>> Parts { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Parts);
}
