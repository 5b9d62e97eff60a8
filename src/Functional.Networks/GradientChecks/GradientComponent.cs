namespace Functional.Networks;

using Functional.Numerics.Differentiation;

/// <summary>One derivative by the backward pass and by numeric differentiation.</summary>
/// <param name="Name">The parameter's name, or "inputs".</param>
/// <param name="Row">The row in its matrix, counted from 0; of inputs, the feature.</param>
/// <param name="Column">The column, counted from 0; of inputs, the sample.</param>
/// <param name="Analytic">The derivative by the backward pass.</param>
/// <param name="Numeric">The derivative by numeric differentiation, which may say that there is none.</param>
public sealed record GradientComponent(string Name, int Row, int Column, double Analytic, Derivative Numeric)
{
    /// <summary>The parameter's name, or "inputs".</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);
}
