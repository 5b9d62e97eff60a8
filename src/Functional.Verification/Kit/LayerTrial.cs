namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A layer with all that a law about it needs.</summary>
/// <param name="Layer">The layer, with the case's parameters.</param>
/// <param name="Case">The case that all numbers are drawn from.</param>
/// <param name="Options">How the verification is done.</param>
public sealed record LayerTrial(Layer<double> Layer, LayerCase Case, VerificationOptions Options)
{
    /// <summary>The layer, with the case's parameters.</summary>
    public Layer<double> Layer { get; init => field = Given.NotNull(value); } = Given.NotNull(Layer);

    /// <summary>The case that all numbers are drawn from.</summary>
    public LayerCase Case { get; init => field = Given.NotNull(value); } = Given.NotNull(Case);

    /// <summary>How the verification is done.</summary>
    public VerificationOptions Options { get; init => field = Given.NotNull(value); } = Given.NotNull(Options);

    /// <summary>The largest number of derivatives that are found one by one.</summary>
    private const int Single = 150;

    /// <summary>What everything random is drawn from.</summary>
    public RandomKey Key => RandomKey.FromSeed(Case.Seed);

    /// <summary>The input, [features × samples].</summary>
    public Matrix<double> Input => Case.Normal(Case.Features, Case.Samples, "inputs", scale: Options.InputScale);

    /// <summary>A gradient by the output, [outputs × samples].</summary>
    public Matrix<double> Upstream => Case.Normal(Layer.OutputSize(Case.Features), Case.Samples, "upstream");

    /// <summary>The pass of the case.</summary>
    public Pass Pass => Case.IsTraining ? Pass.Training(Key.For("pass")) : Pass.Inference();

    /// <summary>Whether there are few enough derivatives to find every single one.</summary>
    internal bool IsSmall => Layer.Parameters.Count + (Case.Features * Case.Samples) <= Single;

    /// <summary>The input with the product of output and <see cref="Upstream"/> for an objective.</summary>
    internal Batch<double> Batch => new(Input, new ValueTargets<double>(Upstream));

    /// <summary>A trial of a layer in a case.</summary>
    /// <param name="layer">From a number of features to the layer.</param>
    /// <param name="own">The case.</param>
    /// <param name="options">How the verification is done; the usual options when left out.</param>
    public static LayerTrial Of(Func<int, Layer<double>> layer, LayerCase own, VerificationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(own);
        options ??= VerificationOptions.Usual;
        var fresh = layer(own.Features);
        var place = 0;
        return new(
            options.DrawsParameters ? fresh.With(fresh.Parameters.Map((_, values) => own.Normal(values.RowCount, values.ColumnCount, "parameters", place++))) : fresh,
            own,
            options);
    }

    /// <summary>The case in words, with its numbers where they are few.</summary>
    public string Describe()
    {
        var input = Input;
        var text = $"{Layer.Title}, {Count(Case.Features, "feature")}, {Count(Case.Samples, "sample")}, a pass of {(Case.IsTraining ? "training" : "inference")}";
        return string.Join('\n', new[] { text }
            .Concat(Layer.Parameters.Entries.Map(entry => Shown(entry.Name, entry.Values)))
            .Append(Shown("input", input))
            .Append(Shown("gradient by the output", Upstream)));

        static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? string.Empty : "s")}");
    }

    /// <summary>A matrix in rows, or its size where it is large.</summary>
    internal static string Shown(string name, Matrix<double> values) => values.RowCount * values.ColumnCount > 16
        ? $"{name}: {values.RowCount} × {values.ColumnCount}"
        : $"{name}: [{string.Join("; ", values.EnumerateRows().Select(row => string.Join(", ", row.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))))}]";
}
