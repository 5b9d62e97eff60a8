namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Sums;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Outputs beside their targets in double precision, for metrics.</summary>
internal sealed class ComparedColumns
{
    private readonly double[] outputs;
    private readonly double[] targets;

    private ComparedColumns(double[] outputs, double[] targets, int rows, int samples)
    {
        this.outputs = outputs;
        this.targets = targets;
        Rows = rows;
        Samples = samples;
    }

    /// <summary>The number of outputs.</summary>
    public int Rows { get; }

    /// <summary>The number of samples.</summary>
    public int Samples { get; }

    /// <summary>Outputs beside targets.</summary>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static ComparedColumns Of<T>(Matrix<T> outputs, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        LossColumns.RequireTargets(outputs.RowCount, outputs.ColumnCount, targets);
        return new(Widened(outputs), Widened(targets.ToColumns(outputs.RowCount)), outputs.RowCount, outputs.ColumnCount);
    }

    /// <summary>Probabilities beside targets.</summary>
    /// <exception cref="ArgumentException">They do not fit together, or a number is no probability.</exception>
    public static ComparedColumns OfProbabilities<T>(Matrix<T> probabilities, Targets<T> targets)
        where T : struct, IFloatingPointIeee754<T>
    {
        var compared = Of(probabilities, targets);
        for (var i = 0; i < compared.outputs.Length; i++)
        {
            if (!(compared.outputs[i] is >= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Output {i % compared.Rows} of sample {i / compared.Rows} is {compared.outputs[i]}; probabilities must be from 0 to 1.", nameof(probabilities));
            }
        }

        return compared;
    }

    /// <summary>An output and its target.</summary>
    public (double Output, double Target) At(int row, int sample) => (outputs[(sample * Rows) + row], targets[(sample * Rows) + row]);

    /// <summary>A sample's outputs.</summary>
    public ReadOnlySpan<double> Outputs(int sample) => outputs.AsSpan(sample * Rows, Rows);

    /// <summary>A sample's target.</summary>
    public ReadOnlySpan<double> Targets(int sample) => targets.AsSpan(sample * Rows, Rows);

    /// <summary>For each output the mean over the samples of what a function makes of output and target.</summary>
    public Seq<double> Means(Func<double, double, double> term) => Enumerable.Range(0, Rows)
        .Select(row => Mean(sample => At(row, sample) is var (output, target) ? term(output, target) : 0))
        .ToArray().ToSeq().Strict();

    /// <summary>The mean over the samples, their sum by grains and their tree.</summary>
    public double Mean(Func<int, double> term) => GrainSum.Of<double>(Enumerable.Range(0, Samples).Select(term).ToArray()) / Samples;

    /// <summary>The mean over outputs.</summary>
    public static double MeanOf(Seq<double> values) => GrainSum.Of<double>(values.ToArray()) / values.Count;

    private static double[] Widened<T>(Matrix<T> values)
        where T : struct, IFloatingPointIeee754<T> => Array.ConvertAll(values.Numbers.ToArray(), double.CreateChecked);
}
