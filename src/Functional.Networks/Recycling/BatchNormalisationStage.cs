namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Sums;

/// <summary><see cref="BatchNormalisation{T}"/> in training in recycled memory: each thread takes some features of all samples, both ways.</summary>
internal sealed class BatchNormalisationStage<T> : Stage<T>, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly BatchNormalisation<T> layer;
    private readonly ParameterSlot scale;
    private readonly ParameterSlot shift;
    private readonly ParameterSlot mean;
    private readonly ParameterSlot variance;
    private readonly StatisticStore<T> statistics;
    private readonly Signal<T> normalised;
    private readonly T[] centre;
    private readonly T[] squares;
    private readonly T[] inverse;
    private readonly T[] scaleSums;
    private readonly T[] shiftSums;

    /// <summary>A batch normalisation whose parameters and statistics stand in the given slots.</summary>
    public BatchNormalisationStage(
        Signal<T> input,
        Signal<T> output,
        BatchNormalisation<T> layer,
        (ParameterSlot Scale, ParameterSlot Shift) parameters,
        (ParameterSlot Mean, ParameterSlot Variance) running,
        StatisticStore<T> statistics,
        Signal<T> normalised)
        : base(input, output)
    {
        this.layer = layer;
        (scale, shift) = parameters;
        (mean, variance) = running;
        this.statistics = statistics;
        this.normalised = normalised;
        (centre, squares, inverse) = (new T[Input.Stride], new T[Input.Stride], new T[Input.Stride]);
        (scaleSums, shiftSums) = (new T[Input.Stride], new T[Input.Stride]);
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        crew.Meet();
        var (first, end) = crew.Share(Input.Stride, ColumnSums.Piece);
        Normalise(crew, first, end);
        EveryColumn.Map(
            default(MultiplyAdd<T>),
            normalised.Values.AsSpan(first),
            parameters.AsSpan(scale.Offset + first, end - first),
            parameters.AsSpan(shift.Offset + first, end - first),
            Output.Values.AsSpan(first),
            Output.Stride,
            crew.Columns,
            crew.Execution);
        crew.Meet();
    }

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to)
    {
        crew.Meet();
        var (first, end) = crew.Share(Input.Stride, ColumnSums.Piece);
        SumRows(crew, crew.Columns, scaleSums, shiftSums);
        PullBack(crew, parameters, first, end);
        crew.Meet();
    }

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        var (first, end) = crew.Share(Input.Stride, ColumnSums.Piece);
        if (Input.Gradients.Length == 0)
        {
            // Nobody asked for the way back, so the sums are still to be taken.
            SumRows(crew, samples, gradient.AsSpan(scale.Offset), gradient.AsSpan(shift.Offset));
        }
        else
        {
            scaleSums.AsSpan(first, end - first).CopyTo(gradient.AsSpan(scale.Offset + first));
            shiftSums.AsSpan(first, end - first).CopyTo(gradient.AsSpan(shift.Offset + first));
        }

        crew.Summed(scale.Offset + first, scale.Offset + end);
        crew.Summed(shift.Offset + first, shift.Offset + end);
    }

    /// <inheritdoc/>
    public void Dispose() => normalised.Dispose();

    /// <summary>Makes x̂ of some features, and their statistics as they go on.</summary>
    private void Normalise(Crew<T> crew, int first, int end)
    {
        var (samples, stride, execution, length) = (crew.Columns, Input.Stride, crew.Execution, end - first);
        var count = new DividedBy<T>(T.CreateChecked(samples));
        var own = centre.AsSpan(first, length);
        var deviations = squares.AsSpan(first, length);
        var roots = inverse.AsSpan(first, length);
        ColumnSums.Run(Input.Values, stride, first, end, samples, centre, execution.Width);
        Elements.Map(count, own, own, execution);
        var room = normalised.Values.AsSpan(first);
        EveryColumn.Map(default(Subtract<T>), Input.Values.AsSpan(first), own, room, stride, samples, execution);
        ColumnSums.Run(default(MultiplyAdd<T>), normalised.Values, normalised.Values, stride, first, end, samples, squares, execution.Width);
        Elements.Map(count, deviations, roots, execution);
        Elements.Map(new InverseRoot<T>(T.CreateChecked(layer.Epsilon)), roots, roots, execution);
        EveryColumn.Map(default(Multiply<T>), room, roots, room, stride, samples, execution);

        var blends = RunningStatistics.Of<T>(layer.Momentum, samples);
        Elements.Map(blends.Mean, statistics.Values.AsSpan(mean.Offset + first, length), own, statistics.Next.AsSpan(mean.Offset + first, length), execution);
        var running = statistics.Values.AsSpan(variance.Offset + first, length);
        var next = statistics.Next.AsSpan(variance.Offset + first, length);
        if (samples > 1)
        {
            Elements.Map(blends.Variance, running, deviations, next, execution);
        }
        else
        {
            running.CopyTo(next);
        }
    }

    /// <summary>The gradient by scale and shift, for this thread's features.</summary>
    private void SumRows(Crew<T> crew, int samples, Span<T> ofScale, Span<T> ofShift)
    {
        var (first, end) = crew.Share(Input.Stride, ColumnSums.Piece);
        ColumnSums.Run(default(MultiplyAdd<T>), Output.Gradients, normalised.Values, Output.Stride, first, end, samples, ofScale, crew.Execution.Width);
        ColumnSums.Run(Output.Gradients, Output.Stride, first, end, samples, ofShift, crew.Execution.Width);
    }

    private void PullBack(Crew<T> crew, T[] parameters, int first, int end)
    {
        var (samples, stride, execution, length) = (crew.Columns, Input.Stride, crew.Execution, end - first);
        var count = new DividedBy<T>(T.CreateChecked(samples));

        // What centre and squares held is not needed on the way back: they take the sums over n.
        var slopes = squares.AsSpan(first, length);
        var means = centre.AsSpan(first, length);
        Elements.Map(count, scaleSums.AsSpan(first, length), slopes, execution);
        Elements.Map(count, shiftSums.AsSpan(first, length), means, execution);
        var gradients = Input.Gradients.AsSpan(first);
        EveryColumn.Map(default(MultiplyAdd<T>), normalised.Values.AsSpan(first), slopes, means, gradients, stride, samples, execution);
        Elements.Map(default(Multiply<T>), parameters.AsSpan(scale.Offset + first, length), inverse.AsSpan(first, length), slopes, execution);
        EveryColumn.MapPairs(default(ScaledDifference<T>), Output.Gradients.AsSpan(first), gradients, slopes, gradients, stride, samples, execution);
    }
}
