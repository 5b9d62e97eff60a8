namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary><see cref="Residual{T}"/> in recycled memory.</summary>
internal sealed class ResidualStage<T> : Stage<T>, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Signal<T> inlet;
    private readonly StageChain<T> inner;

    /// <summary>Carries a signal around stages that begin with a copy of it.</summary>
    /// <param name="input">What is carried around.</param>
    /// <param name="output">The sum.</param>
    /// <param name="inlet">Room for the copy of the input and for its gradients on the way through the stages.</param>
    /// <param name="inner">The stages, which begin at the inlet.</param>
    public ResidualStage(Signal<T> input, Signal<T> output, Signal<T> inlet, StageChain<T> inner)
        : base(input, output)
    {
        this.inlet = inlet;
        this.inner = inner;
    }

    /// <inheritdoc/>
    public override bool GoesBack => Output.Gradients.Length > 0;

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        var values = Input.Columns(Input.Values, from, to);
        values.CopyTo(inlet.Columns(inlet.Values, from, to));
        inner.Forward(crew, parameters, from, to);
        Elements.Map(default(Add<T>), values, inner.Output.Columns(inner.Output.Values, from, to), Output.Columns(Output.Values, from, to), crew.Execution);
    }

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to)
    {
        TakeGradients(from, to);
        inner.Backward(crew, parameters, from, to);
        AddGradients(crew, from, to);
    }

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples) => inner.Sum(crew, gradient, samples);

    /// <inheritdoc/>
    public override void BackwardAndSum(Crew<T> crew, T[] parameters, T[] gradient, int samples)
    {
        // Without gradients at its end there are no parameters within.
        if (GoesBack)
        {
            TakeGradients(0, samples);
            inner.BackwardAndSum(crew, parameters, gradient, samples);
            AddGradients(crew, 0, samples);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void TakeGradients(int from, int to) =>
        Output.Columns(Output.Gradients, from, to).CopyTo(inner.Output.Columns(inner.Output.Gradients, from, to));

    private void AddGradients(Crew<T> crew, int from, int to)
    {
        if (Input.Gradients.Length > 0)
        {
            Elements.Map(default(Add<T>), Output.Columns(Output.Gradients, from, to), inlet.Columns(inlet.Gradients, from, to), Input.Columns(Input.Gradients, from, to), crew.Execution);
        }
    }
}
