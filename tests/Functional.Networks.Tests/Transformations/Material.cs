namespace Functional.Networks.Tests.Transformations;

using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;

/// <summary>Small parameters and gradients.</summary>
internal static class Material
{
    /// <summary>Two layers: weights [2 × 3] and [1 × 2], each with a bias.</summary>
    public static Parameters<double> Layers(double factor = 1) => Parameters<double>.Of(
        new("0.weights", ParameterRole.Weights, Dense.Matrix<double>(2, 3, [.. new[] { 3.0, 0.1, 0, 0.2, -4, 0.3 }.Select(value => factor * value)])),
        new("0.bias", ParameterRole.Bias, Dense.Matrix<double>(2, 1, [factor * 2, factor * -1])),
        new("1.weights", ParameterRole.Weights, Dense.Matrix<double>(1, 2, [factor * 0.5, factor * -0.25])),
        new("1.bias", ParameterRole.Bias, Dense.Matrix<double>(1, 1, [factor * 7])));

    /// <summary>A column of weights.</summary>
    public static Parameters<double> Column(params double[] values) => Parameters<double>.Of(new Parameter<double>("p", ParameterRole.Weights, Dense.Matrix(values.Length, 1, values)));

    /// <summary>The parameters after each of some steps.</summary>
    public static IEnumerable<Parameters<double>> Steps(GradientTransformation optimiser, Parameters<double> parameters, IEnumerable<Parameters<double>> gradients)
    {
        var state = optimiser.Start(parameters);
        foreach (var gradient in gradients)
        {
            (var update, state) = optimiser.Step(gradient, state, parameters);
            parameters = parameters.Zip(update, (value, change) => value + change);
            yield return parameters;
        }
    }

    /// <summary>One update.</summary>
    public static Parameters<double> Update(GradientTransformation transformation, Parameters<double> gradient, Parameters<double> parameters) =>
        transformation.Step(gradient, transformation.Start(parameters), parameters).Update;
}
