namespace Functional.Networks;

using System;
using Functional.Numerics.Products;

/// <summary>A small affine layer and the activation behind it, for one thread that has all of a few samples.</summary>
internal sealed class FewSamplesStage<T> : Stage<T>, IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly Signal<T> sums;
    private readonly ParameterSlot weights;
    private readonly ParameterSlot bias;
    private readonly AffineProducts<T> products;
    private readonly AffineRoom<T> room;

    /// <summary>An affine layer and the activation behind it.</summary>
    /// <param name="input">What it reads.</param>
    /// <param name="sums">What runs from the layer to the activation; the output where there is none.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="weights">Where the weights stand.</param>
    /// <param name="bias">Where the bias stands.</param>
    /// <param name="products">What computes.</param>
    public FewSamplesStage(Signal<T> input, Signal<T> sums, Signal<T> output, ParameterSlot weights, ParameterSlot bias, AffineProducts<T> products)
        : base(input, output)
    {
        this.sums = sums;
        this.weights = weights;
        this.bias = bias;
        this.products = products;
        room = new(input.Values, sums.Values, output.Values, input.Gradients, sums.Gradients, output.Gradients);
    }

    /// <inheritdoc/>
    public override bool GoesBack => Output.Gradients.Length > 0;

    /// <inheritdoc/>
    public override void Forward(Crew<T> crew, T[] parameters, int from, int to) => products.Value(parameters, room, to);

    /// <inheritdoc/>
    public override void Backward(Crew<T> crew, T[] parameters, int from, int to) => products.Back(parameters, room, to);

    /// <inheritdoc/>
    public override void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        products.Sum(room, gradient, samples);
        crew.Summed(weights.Offset, weights.Offset + weights.Length);
        crew.Summed(bias.Offset, bias.Offset + bias.Length);
    }

    /// <inheritdoc/>
    public override void BackwardAndSum(Crew<T> crew, T[] parameters, T[] gradient, int samples)
    {
        products.Back(parameters, room, samples);
        if (crew.Factor is { } factor)
        {
            crew.Renewed(weights.Length + bias.Length, products.Renew(parameters, room, gradient, samples, factor));
        }
        else
        {
            Sum(crew, gradient, samples);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (sums != Output)
        {
            sums.Dispose();
        }
    }
}
