namespace Functional.Networks;

/// <summary><see cref="Activated{T}"/> in recycled memory.</summary>
internal sealed class ActivationStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ActivationKernel<T> kernel;

    /// <summary>An activation between two signals.</summary>
    public ActivationStage(Signal<T> input, Signal<T> output, ActivationKernel<T> kernel)
        : base(input, output) => this.kernel = kernel;

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) =>
        kernel.Value(Input.Columns(Input.Values, from, to), Output.Columns(Output.Values, from, to), Output.Rows, Output.Stride, crew.Execution);

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => kernel.Pull(
        Input.Columns(Input.Values, from, to),
        Output.Columns(Output.Values, from, to),
        Output.Columns(Output.Gradients, from, to),
        Input.Columns(Input.Gradients, from, to),
        Output.Rows,
        Output.Stride,
        crew.Execution);
}
