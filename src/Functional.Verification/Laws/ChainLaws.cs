namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of chaining: it is associative, and the identity and the empty chain are its units, bit for bit.</summary>
/// <remarks>They hold in inference, and in training for layers that draw nothing: what a layer draws depends on where it stands.</remarks>
public static class ChainLaws
{
    /// <summary>(first, second), third is first, (second, third).</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="first">The layer that is applied first.</param>
    /// <param name="second">The layer behind it.</param>
    /// <param name="third">The last layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult IsAssociative<T>(Layer<T> first, Layer<T> second, Layer<T> third, Matrix<T> input, RandomKey key, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(input);
        return LawResult.All(
        [
            Same(new Chain<T>(first, second, third), new Chain<T>(new Chain<T>(first, second), third), input, key, "(first, second), third", pass),
            Same(new Chain<T>(first, second, third), new Chain<T>(first, new Chain<T>(second, third)), input, key, "first, (second, third)", pass),
        ]);
    }

    /// <summary>The identity and the empty chain, before or behind a layer, change nothing.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="layer">The layer.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the gradient by the output is drawn from.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult HasUnits<T>(Layer<T> layer, Matrix<T> input, RandomKey key, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(input);
        var units = new Layer<T>[] { new Chain<T>(), new Activated<T>(new Identity()) };
        return LawResult.All(units
            .SelectMany(unit => new[] { (Chain: new Chain<T>(unit, layer), Where: "before"), (Chain: new Chain<T>(layer, unit), Where: "behind") })
            .Append((Chain: new Chain<T>(layer), Where: "alone, with nothing before or behind"))
            .Select(at => Same(layer, at.Chain, input, key, $"a unit {at.Where} it", pass)));
    }

    /// <summary>
    /// The laws for a random network, cut in three where it has three parts, in both precisions: in inference and, where nothing is drawn, in
    /// training.
    /// </summary>
    /// <param name="network">The network and its batch.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return LawResult.All(
    [
        Of(network, network.Network<double>(), network.Batch<double>().Inputs),
        Of(network, network.Network<float>(), network.Batch<float>().Inputs),
    ]);
    }

    private static LawResult Of<T>(NetworkCase own, Layer<T> network, Matrix<T> input)
        where T : struct, IFloatingPointIeee754<T> => Contents.Has(network, layer => layer is Dropout<T>)
            ? Of(network, input, own.Seed, Pass.Inference())
            : LawResult.All([Of(network, input, own.Seed, Pass.Inference()), Of(network, input, own.Seed, own.Training())]);

    private static LawResult Of<T>(Layer<T> network, Matrix<T> input, ulong seed, Pass pass)
        where T : struct, IFloatingPointIeee754<T>
    {
        var key = RandomKey.FromSeed(seed).For("chain");
        var units = HasUnits(network, input, key, pass);
        if (network is not Chain<T> { Layers.Count: > 0 } chain)
        {
            return units;
        }

        var cut = key.Below(chain.Layers.Count, 0);
        var again = cut + key.Below(chain.Layers.Count - cut, 1);
        var layers = chain.Layers.ToArray();
        return LawResult.All(
        [
            units,
            IsAssociative(new Chain<T>(layers[..cut]), new Chain<T>(layers[cut..again]), new Chain<T>(layers[again..]), input, key, pass),
        ]);
    }

    /// <summary>Parameters are named by where they stand, so that only their numbers and order can be equal.</summary>
    private static LawResult Same<T>(Layer<T> expected, Layer<T> actual, Matrix<T> input, RandomKey key, string how, Pass? pass)
        where T : struct, IFloatingPointIeee754<T>
    {
        pass ??= Pass.Inference();
        var (left, right) = (expected.Forward(input, pass), actual.Forward(input, pass));
        var upstream = Draws.Normal<T>(left.Output.RowCount, left.Output.ColumnCount, key.For("upstream"));
        var (one, other) = (left.Pullback(upstream), right.Pullback(upstream));
        return LawResult.All(
        [
            LawResult.Where(Bits.Same(left.Output, right.Output), () => $"Chained as {how}, the layer has other outputs."),
            LawResult.Where(
                Bits.Same(left.Statistics.Unroll().Numbers, right.Statistics.Unroll().Numbers), () => $"Chained as {how}, the layer has other statistics."),
            LawResult.Where(Bits.Same(one.Input, other.Input), () => $"Chained as {how}, the layer has another gradient by its inputs."),
            LawResult.Where(Bits.Same(one.Parameters.Unroll().Numbers, other.Parameters.Unroll().Numbers), () => $"Chained as {how}, the layer has another gradient by its parameters."),
        ]);
    }
}
