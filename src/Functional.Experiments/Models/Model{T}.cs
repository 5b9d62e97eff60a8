namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A trained network with its description.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Model<T> : Model
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>How many samples are in memory as numbers at a time.</summary>
    private const int ChunkSize = 256;

    /// <summary>Puts a network and its description together.</summary>
    /// <param name="description">What must be known of the network to use it.</param>
    /// <param name="network">The network.</param>
    public Model(ModelDescription description, Layer<T> network)
        : base(Given.NotNull(description)) => Network = Given.NotNull(network);

    /// <summary>The network.</summary>
    public Layer<T> Network { get; }

    /// <inheritdoc/>
    public override Precision Precision => typeof(T) == typeof(float) ? Precision.Single : Precision.Double;

    /// <inheritdoc/>
    public override string Fingerprint => Networks.Fingerprint.Of(Network);

    /// <inheritdoc/>
    public override int ParameterCount => Network.Parameters.Count;

    /// <inheritdoc/>
    public override Estimate Predict(ReadOnlySpan<double> sample)
    {
        var column = new T[Description.InputShape.Size];
        Fill(sample, column);
        var outputs = Network.Predict(Dense.Matrix(column.Length, 1, column));
        return EstimateOf(outputs, Description.Outputs.Read(outputs), 0);
    }

    /// <inheritdoc/>
    public override IEnumerable<Estimate> Predict(IEnumerable<IReadOnlyList<double>> samples, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var size = Description.InputShape.Size;
        foreach (var chunk in samples.Chunk(ChunkSize))
        {
            var columns = new T[size * chunk.Length];
            for (var i = 0; i < chunk.Length; i++)
            {
                Fill(NumbersOf(chunk[i]), columns.AsSpan(i * size, size));
            }

            var outputs = Network.Predict(Dense.Matrix(size, chunk.Length, columns), execution);
            var scores = Description.Outputs.Read(outputs);
            for (var i = 0; i < chunk.Length; i++)
            {
                yield return EstimateOf(outputs, scores, i);
            }
        }
    }

    /// <inheritdoc/>
    public override int? FirstUnusable(ReadOnlySpan<double> sample)
    {
        var column = new T[sample.Length];
        ScaledColumn.Fill(sample, Description.Scaling, column);
        return FirstNotFinite(column);
    }

    /// <inheritdoc/>
    public override IEnumerable<Prediction> Predict(DataSet set, IEnumerable<int> indices, Execution? execution = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(indices);
        var samples = set.As<T>();
        foreach (var chunk in indices.Chunk(ChunkSize))
        {
            var batch = samples.Gather(chunk);
            var outputs = Network.Predict(batch.Inputs, execution);
            var scores = Description.Outputs.Read(outputs);
            for (var i = 0; i < chunk.Length; i++)
            {
                yield return new(
                    chunk[i],
                    batch.Targets.ClassOf(i),
                    Accuracy.ArgMax(outputs.ColumnNumbers(i)),
                    scores.ColumnNumbers(i).ToArray().Select(double.CreateChecked).ToArray().ToSeq().Strict());
            }
        }
    }

    private protected override IEnumerable<(int Truth, int Predicted)> Classify(DataSet set, Execution? execution) =>
        Accuracy.Classes(Network, set.As<T>(), execution).Select((predicted, sample) => (set.Labels.ClassOf<T>(sample), predicted));

    private static ReadOnlySpan<double> NumbersOf(IReadOnlyList<double> sample) => sample switch
    {
        double[] array => array,
        ImmutableArray<double> array => array.AsSpan(),
        _ => sample.ToArray(),
    };

    private static int? FirstNotFinite(ReadOnlySpan<T> column)
    {
        for (var feature = 0; feature < column.Length; feature++)
        {
            if (!T.IsFinite(column[feature]))
            {
                return feature;
            }
        }

        return null;
    }

    private void Fill(ReadOnlySpan<double> sample, Span<T> column)
    {
        if (sample.Length != column.Length)
        {
            throw new ArgumentException($"A sample has {sample.Length} features; the network takes {column.Length}, {Description.InputShape} as in {Description.DataName}.", nameof(sample));
        }

        ScaledColumn.Fill(sample, Description.Scaling, column);
        if (FirstNotFinite(column) is { } odd)
        {
            throw new ArgumentException($"Feature {odd} of a sample is {sample[odd]}, {column[odd]} once it is scaled; features must be finite numbers.", nameof(sample));
        }
    }

    private Estimate EstimateOf(Matrix<T> outputs, Matrix<T> scores, int sample)
    {
        var own = scores.ColumnNumbers(sample);
        var numbers = new double[own.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = double.CreateChecked(own[i]);
        }

        var largest = Accuracy.ArgMax(outputs.ColumnNumbers(sample));
        return new(numbers.ToSeq().Strict(), largest, Description.NameOf(largest), Description.Outputs);
    }
}
