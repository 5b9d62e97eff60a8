namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;

/// <summary>What the penalties share: sums over all weights, and a term added to the weights' gradients.</summary>
internal static class WeightSums
{
    public delegate T SumOf<T>(ReadOnlySpan<T> numbers);

    /// <summary>The sum over the weights, parameter after parameter in ascending order.</summary>
    public static T Over<T>(Parameters<T> parameters, SumOf<T> sumOf)
        where T : struct, IFloatingPointIeee754<T>
    {
        var sum = T.Zero;
        foreach (var entry in parameters.Entries)
        {
            sum = entry.Role == ParameterRole.Weights ? sum + sumOf(entry.Values.Numbers) : sum;
        }

        return sum;
    }

    /// <summary>The gradient with <c>operation(gradient, weight)</c> for every weight.</summary>
    public static Parameters<T> AddTo<T, TOperation>(TOperation operation, Parameters<T> gradient, Parameters<T> parameters, Execution? execution)
        where T : struct, IFloatingPointIeee754<T>
        where TOperation : struct, IBinaryOperation<T>
    {
        gradient.RequireSameShape(parameters);
        var place = 0;
        return gradient.Map((entry, values) =>
        {
            var own = parameters.Entries[place++];
            return own.Role == ParameterRole.Weights ? Elements.Map(operation, values, own.Values, execution) : values;
        });
    }
}
