namespace Functional.Networks;

using System;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Normalises every feature over the samples of a batch: <c>y = γ·x̂ + β</c> with <c>x̂ = (x − μ) / √(σ² + ε)</c>.</summary>
/// <remarks>
/// <para>In training μ and σ² are the batch's mean and biased variance, σ² = Σ(x − μ)² / n; backward, with D = ∂L/∂y over the n samples:
/// ∂L/∂β = ΣD, ∂L/∂γ = Σ D·x̂, ∂L/∂x = γ / √(σ² + ε) · (D − ΣD/n − x̂·Σ(D·x̂)/n) (S. Ioffe, C. Szegedy 2015, algorithm 1).</para>
/// <para>In inference μ and σ² are the running statistics. A training pass gives them as they go on, with the momentum m:
/// μ ← (1 − m)·μ + m·μ_batch, σ² ← (1 − m)·σ² + m·Σ(x − μ_batch)² / (n − 1): the running variance is the unbiased one, as in PyTorch;
/// other programs call 1 − m the momentum, and some keep the biased variance.</para>
/// <para>A batch of a single sample has no variance: its output is β whatever the input, no gradient but β's passes, and the running
/// variance stays as it is.</para>
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record BatchNormalisation<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const string MeanName = "mean";
    private const string VarianceName = "variance";

    /// <summary>A batch normalisation with the given parameters and statistics.</summary>
    /// <param name="scale">γ, one number for each feature.</param>
    /// <param name="shift">β, one number for each feature.</param>
    /// <param name="mean">The running mean, one number for each feature.</param>
    /// <param name="variance">The running variance, one number for each feature.</param>
    /// <param name="momentum">m: how much of a batch's statistics goes into the running ones, from 0 to 1.</param>
    /// <param name="epsilon">ε, finite and above 0.</param>
    /// <exception cref="ArgumentException">The numbers of features differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public BatchNormalisation(
        MathNet.Numerics.LinearAlgebra.Vector<T> scale,
        MathNet.Numerics.LinearAlgebra.Vector<T> shift,
        MathNet.Numerics.LinearAlgebra.Vector<T> mean,
        MathNet.Numerics.LinearAlgebra.Vector<T> variance,
        double momentum = BatchNormalisation.DefaultMomentum,
        double epsilon = BatchNormalisation.DefaultEpsilon)
    {
        ArgumentNullException.ThrowIfNull(scale);
        ArgumentNullException.ThrowIfNull(shift);
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(variance);
        if (shift.Count != scale.Count || mean.Count != scale.Count || variance.Count != scale.Count)
        {
            throw new ArgumentException(
                $"There are {scale.Count} scales, {shift.Count} shifts, {mean.Count} means and {variance.Count} variances; there must be one of each for every feature.", nameof(scale));
        }

        Scale = scale;
        Shift = shift;
        Mean = mean;
        Variance = variance;
        Momentum = BatchNormalisation.RequireMomentum(momentum);
        Epsilon = NormalisationRange.RequireEpsilon(epsilon);
    }

    /// <summary>γ, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Scale { get; }

    /// <summary>β, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Shift { get; }

    /// <summary>The running mean, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Mean { get; }

    /// <summary>The running variance, one number for each feature.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Variance { get; }

    /// <summary>m: how much of a batch's statistics goes into the running ones.</summary>
    public double Momentum { get; }

    /// <summary>ε: keeps the division finite.</summary>
    public double Epsilon { get; }

    /// <inheritdoc/>
    public override int? InputSize => Scale.Count;

    /// <inheritdoc/>
    public override string Title => $"Batch normalisation of {Scale.Count}";

    /// <inheritdoc/>
    public override Parameters<T> Parameters => FeatureParameters.ScaleAndShift(Scale, Shift);

    /// <inheritdoc/>
    public override Parameters<T> Statistics => Named(Mean, Variance);

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => inputSize;

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Parameters.RequireSameShape(parameters);
        return new BatchNormalisation<T>(FeatureParameters.At(parameters, 0), FeatureParameters.At(parameters, 1), Mean, Variance, Momentum, Epsilon);
    }

    /// <inheritdoc/>
    public override Layer<T> WithStatistics(Parameters<T> statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        Statistics.RequireSameShape(statistics);
        return new BatchNormalisation<T>(Scale, Shift, FeatureParameters.At(statistics, 0), FeatureParameters.At(statistics, 1), Momentum, Epsilon);
    }

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        RequireInput(input, pass);
        return pass is TrainingPass ? Train(input, pass.Execution) : Infer(input, pass.Execution);
    }

    private ForwardResult<T> Train(Matrix<T> input, Execution execution)
    {
        var count = new DividedBy<T>(T.CreateChecked(input.ColumnCount));
        var mean = Mapped(count, GrainSum.OverColumns(input, execution), execution);
        var centred = Mapped(default(Subtract<T>), input, mean, execution);
        var squares = GrainSum.ProductsOverColumns(centred, centred, execution);
        var inverse = Mapped(new InverseRoot<T>(T.CreateChecked(Epsilon)), Mapped(count, squares, execution), execution);
        var normalised = Mapped(default(Multiply<T>), centred, inverse, execution);
        var statistics = RunningStatistics.Of<T>(Momentum, input.ColumnCount);
        return new(
            Mapped(default(MultiplyAdd<T>), normalised, Scale, Shift, execution),
            outputGradient =>
            {
                var scale = GrainSum.ProductsOverColumns(outputGradient, normalised, execution);
                var shift = GrainSum.OverColumns(outputGradient, execution);
                return new(FeatureParameters.ScaleAndShift(scale, shift), () => Differences(
                    outputGradient,
                    Mapped(default(MultiplyAdd<T>), normalised, Mapped(count, scale, execution), Mapped(count, shift, execution), execution),
                    Slope(inverse, execution),
                    execution));
            })
        {
            Statistics = Named(
                Blended(statistics.Mean, Mean, mean, execution),
                input.ColumnCount > 1 ? Blended(statistics.Variance, Variance, squares, execution) : Variance),
        };
    }

    private ForwardResult<T> Infer(Matrix<T> input, Execution execution)
    {
        var inverse = Mapped(new InverseRoot<T>(T.CreateChecked(Epsilon)), Variance, execution);
        var normalised = Mapped(default(Multiply<T>), Mapped(default(Subtract<T>), input, Mean, execution), inverse, execution);
        return new(
            Mapped(default(MultiplyAdd<T>), normalised, Scale, Shift, execution),
            outputGradient => new(
                FeatureParameters.ScaleAndShift(GrainSum.ProductsOverColumns(outputGradient, normalised, execution), GrainSum.OverColumns(outputGradient, execution)),
                () => Mapped(default(Multiply<T>), outputGradient, Slope(inverse, execution), execution)));
    }

    /// <summary>γ / √(σ² + ε).</summary>
    private MathNet.Numerics.LinearAlgebra.Vector<T> Slope(MathNet.Numerics.LinearAlgebra.Vector<T> inverse, Execution execution)
    {
        var slope = new T[Scale.Count];
        Elements.Map(default(Multiply<T>), Scale.Numbers, inverse.Numbers, slope, execution);
        return Dense.Vector(slope);
    }

    private static Parameters<T> Named(MathNet.Numerics.LinearAlgebra.Vector<T> mean, MathNet.Numerics.LinearAlgebra.Vector<T> variance) => Parameters<T>.Of(
        new Parameter<T>(MeanName, ParameterRole.Statistic, mean.ToColumnMatrix()),
        new Parameter<T>(VarianceName, ParameterRole.Statistic, variance.ToColumnMatrix()));

    private static MathNet.Numerics.LinearAlgebra.Vector<T> Blended(
        RunningStatistics.Blend<T> blend, MathNet.Numerics.LinearAlgebra.Vector<T> running, MathNet.Numerics.LinearAlgebra.Vector<T> own, Execution execution)
    {
        var next = new T[running.Count];
        Elements.Map(blend, running.Numbers, own.Numbers, next, execution);
        return Dense.Vector(next);
    }

    private static MathNet.Numerics.LinearAlgebra.Vector<T> Mapped<TOperation>(
        TOperation operation, MathNet.Numerics.LinearAlgebra.Vector<T> x, Execution execution)
        where TOperation : struct, IUnaryOperation<T>
    {
        var values = new T[x.Count];
        Elements.Map(operation, x.Numbers, values, execution);
        return Dense.Vector(values);
    }

    private static Matrix<T> Mapped<TOperation>(TOperation operation, Matrix<T> x, MathNet.Numerics.LinearAlgebra.Vector<T> p, Execution execution)
        where TOperation : struct, IBinaryOperation<T>
    {
        var values = new T[x.RowCount * x.ColumnCount];
        EveryColumn.Map(operation, x.Numbers, p.Numbers, values, x.RowCount, x.ColumnCount, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }

    private static Matrix<T> Mapped<TOperation>(
        TOperation operation, Matrix<T> x, MathNet.Numerics.LinearAlgebra.Vector<T> p, MathNet.Numerics.LinearAlgebra.Vector<T> q, Execution execution)
        where TOperation : struct, ITernaryOperation<T>
    {
        var values = new T[x.RowCount * x.ColumnCount];
        EveryColumn.Map(operation, x.Numbers, p.Numbers, q.Numbers, values, x.RowCount, x.ColumnCount, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }

    private static Matrix<T> Differences(Matrix<T> x, Matrix<T> y, MathNet.Numerics.LinearAlgebra.Vector<T> p, Execution execution)
    {
        var values = new T[x.RowCount * x.ColumnCount];
        EveryColumn.MapPairs(default(ScaledDifference<T>), x.Numbers, y.Numbers, p.Numbers, values, x.RowCount, x.ColumnCount, execution);
        return Dense.Matrix(x.RowCount, x.ColumnCount, values);
    }
}
