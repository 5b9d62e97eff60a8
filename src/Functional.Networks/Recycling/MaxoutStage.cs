namespace Functional.Networks;

/// <summary><see cref="Maxout{T}"/> in recycled memory.</summary>
internal sealed class MaxoutStage<T> : Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A maxout between two signals.</summary>
    public MaxoutStage(Signal<T> input, Signal<T> output)
        : base(input, output)
    {
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) => MaxoutKernel.Value(
        Input.Columns(Input.Values, from, to), Input.Rows, Output.Columns(Output.Values, from, to), Output.Rows, Output.Stride, to - from, crew.Execution);

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => MaxoutKernel.Pull<T>(
        Input.Columns(Input.Values, from, to),
        Input.Columns(Input.Gradients, from, to),
        Input.Rows,
        Output.Columns(Output.Values, from, to),
        Output.Columns(Output.Gradients, from, to),
        Output.Rows,
        Output.Stride,
        to - from,
        crew.Execution);
}
