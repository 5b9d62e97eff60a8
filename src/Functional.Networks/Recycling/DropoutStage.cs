namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary><see cref="Dropout{T}"/> in training in recycled memory.</summary>
internal sealed class DropoutStage<T> : Stage<T>, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly double rate;
    private readonly ImmutableArray<int> path;
    private readonly Signal<T> factors;

    /// <summary>A dropout at a place in the network, with room for the factors.</summary>
    public DropoutStage(Signal<T> input, Signal<T> output, double rate, ImmutableArray<int> path, Signal<T> factors)
        : base(input, output)
    {
        this.rate = rate;
        this.path = path;
        this.factors = factors;
    }

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        var key = crew.Key;
        foreach (var place in path)
        {
            key = key.At(place);
        }

        var own = factors.Columns(factors.Values, from, to);
        DropoutFactors.Fill(key, rate, crew.First + from, Input.Rows, Input.Stride, own, crew.Execution);
        Elements.Map(default(Multiply<T>), Input.Columns(Input.Values, from, to), own, Output.Columns(Output.Values, from, to), crew.Execution);
    }

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => Elements.Map(
        default(Multiply<T>),
        Output.Columns(Output.Gradients, from, to),
        factors.Columns(factors.Values, from, to),
        Input.Columns(Input.Gradients, from, to),
        crew.Execution);

    /// <inheritdoc/>
    public void Dispose() => factors.Dispose();
}
