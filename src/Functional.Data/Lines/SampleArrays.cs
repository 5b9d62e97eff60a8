namespace Functional.Data;

using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using LanguageExt;

/// <summary>The samples of an array that is in memory, one after another, as if they arrived.</summary>
public static class SampleArrays
{
    /// <summary>The samples of an IDX file.</summary>
    /// <param name="tensor">The first dimension counts the samples; the others are the shape, or one that is its size.</param>
    /// <param name="shape">How a sample's features are arranged.</param>
    /// <returns>The samples, numbered from 0, with a fault in place of one that has a feature that is not finite; or why there are none of this shape.</returns>
    public static Either<DataFault, IEnumerable<Arrival>> Of(IdxTensor tensor, SampleShape shape) =>
        Of(Given.NotNull(tensor).Source, tensor.Dimensions, Given.NotNull(shape), tensor.Elements.ValueAt);

    /// <summary>The samples of a NumPy array.</summary>
    /// <param name="array">The first dimension counts the samples; the others are the shape, or one that is its size.</param>
    /// <param name="shape">How a sample's features are arranged.</param>
    /// <returns>The samples, numbered from 0, with a fault in place of one that has a feature that is not finite; or why there are none of this shape.</returns>
    public static Either<DataFault, IEnumerable<Arrival>> Of(NpyArray array, SampleShape shape)
    {
        System.ArgumentNullException.ThrowIfNull(shape);
        return Given.NotNull(array).Shape.IsEmpty
        ? new DataFault(array.Source, "there is a single number", $"samples of {shape}")
        : Of(array.Source, array.Shape, shape, array.Elements.ValueAt);
    }

    private static Either<DataFault, IEnumerable<Arrival>> Of(string source, ImmutableArray<int> dimensions, SampleShape shape, System.Func<int, double> valueAt)
    {
        var own = dimensions.Skip(1).ToArray();
        return own.SequenceEqual(shape.Dimensions) || (own is [var size] && size == shape.Size)
            ? Prelude.Right<DataFault, IEnumerable<Arrival>>(Arrivals(dimensions[0], shape.Size, valueAt))
            : new DataFault(source, $"there is an array of {Words.Product(dimensions)}", $"samples of {shape}: an array of n × {shape}{(shape.Dimensions.Length > 1 ? $" or n × {shape.Size}" : string.Empty)}");
    }

    private static IEnumerable<Arrival> Arrivals(int count, int size, System.Func<int, double> valueAt)
    {
        for (var sample = 0; sample < count; sample++)
        {
            var features = new double[size];
            var odd = -1;
            for (var feature = size - 1; feature >= 0; feature--)
            {
                features[feature] = valueAt((sample * size) + feature);
                odd = double.IsFinite(features[feature]) ? odd : feature;
            }

            yield return odd < 0
                ? new Arrival.Sample(sample, ImmutableCollectionsMarshal.AsImmutableArray(features))
                : new Arrival.Fault(new($"sample {sample}, feature {odd}", Words.Value(features[odd]), "a finite number"));
        }
    }
}
