namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Puts a network together from its architecture and the numbers of a file.</summary>
internal static class NetworkAssembly
{
    /// <summary>The network.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="values">Every parameter and statistic under its full name; a vector is a matrix of one column.</param>
    public static Layer<T> Of<T>(Architecture architecture, int inputs, IReadOnlyDictionary<string, Matrix<T>> values)
        where T : struct, IFloatingPointIeee754<T> => Of(architecture, inputs, string.Empty, values);

    private static Layer<T> Of<T>(Architecture architecture, int inputs, string place, IReadOnlyDictionary<string, Matrix<T>> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        return architecture switch
        {
            Chain chain => Chained(chain),
            Residual residual => new Residual<T>(Of(residual.Inner, inputs, place, values)),
            Affine => new Affine<T>(values[$"{place}weights"], Vector("bias")),
            Activation activation => new Activated<T>(activation),
            BatchNormalisation batch => new BatchNormalisation<T>(Vector("scale"), Vector("shift"), Vector("mean"), Vector("variance"), batch.Momentum, batch.Epsilon),
            LayerNormalisation layer => new LayerNormalisation<T>(Vector("scale"), Vector("shift"), layer.Epsilon),
            RmsNormalisation rms => new RmsNormalisation<T>(Vector("scale"), rms.Epsilon),
            Dropout dropout => new Dropout<T>(dropout.Rate),
            Maxout maxout => new Maxout<T>(inputs, maxout.Pieces),
            ParametricRelu => new ParametricRelu<T>(Vector("slope")),
            _ => throw new ArgumentException($"A network cannot be put together from {architecture.GetType().Name}.", nameof(architecture)),
        };

        MathNet.Numerics.LinearAlgebra.Vector<T> Vector(string name) => Dense.Vector(values[$"{place}{name}"].Numbers.ToArray());

        Chain<T> Chained(Chain chain)
        {
            var size = inputs;
            return new(chain.Parts.Select((part, number) =>
            {
                var layer = Of(part, size, $"{place}{number}.", values);
                size = layer.OutputSize(size);
                return layer;
            }).ToSeq().Strict());
        }
    }
}
