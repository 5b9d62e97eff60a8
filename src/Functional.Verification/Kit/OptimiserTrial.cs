namespace Functional.Verification;

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>An optimiser with all that a law about it needs.</summary>
/// <param name="Optimiser">From a learning rate to the optimiser.</param>
/// <param name="Case">The case that all numbers are drawn from; its features and samples are the sizes of a matrix of weights.</param>
public sealed record OptimiserTrial(System.Func<Schedule, GradientTransformation> Optimiser, LayerCase Case)
{
    /// <summary>From a learning rate to the optimiser.</summary>
    public System.Func<Schedule, GradientTransformation> Optimiser { get; init => field = Given.NotNull(value); } = Given.NotNull(Optimiser);

    /// <summary>The case that all numbers are drawn from; its features and samples are the sizes of a matrix of weights.</summary>
    public LayerCase Case { get; init => field = Given.NotNull(value); } = Given.NotNull(Case);

    /// <summary>How many steps a law takes.</summary>
    private const int Steps = 5;

    /// <summary>What everything random is drawn from.</summary>
    public RandomKey Key => RandomKey.FromSeed(Case.Seed);

    /// <summary>The optimiser with a learning rate of a hundredth.</summary>
    public GradientTransformation Usual => Optimiser(0.01);

    /// <summary>The parameters before the first step: a matrix of weights and a column of biases.</summary>
    public Parameters<double> Parameters => Of("parameters", 0);

    /// <summary>A gradient for each step.</summary>
    public IReadOnlyList<Parameters<double>> Gradients => [.. Enumerable.Range(1, Steps).Select(step => Of("gradients", step))];

    /// <summary>The case in words, with its numbers where they are few.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Usual.GetType().Name}, {Steps} steps\n{LayerTrial.Shown("weights", Parameters.Entries[0].Values)}\n{LayerTrial.Shown("first gradient", Gradients[0].Entries[0].Values)}");

    private Parameters<double> Of(string purpose, int step) => Parameters<double>.Of(
        new Parameter<double>("0.weights", ParameterRole.Weights, Case.Normal(Case.Features, Case.Samples, purpose, 2 * step)),
        new Parameter<double>("0.bias", ParameterRole.Bias, Case.Normal(Case.Features, 1, purpose, (2 * step) + 1)));
}
