namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws of inference: it draws nothing, gathers nothing, and what training draws and gathers does not reach it.</summary>
public static class InferenceLaws
{
    /// <summary>How many keys training is tried with in between.</summary>
    private const int Keys = 3;

    /// <summary>The outputs have the same bits every time, whatever passes of training with whatever keys go on in between, and the statistics stay.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="input">[features × samples].</param>
    /// <param name="key">What the training passes' keys are drawn from.</param>
    public static LawResult IgnoresTraining<T>(Layer<T> network, Matrix<T> input, RandomKey key)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(input);
        var expected = network.Forward(input, Pass.Inference());
        var output = Bits.Copy(expected.Output);
        var statistics = Bits.Copy(network.Statistics);
        return LawResult.All(Enumerable.Range(0, Keys).Select(draw =>
        {
            network.Forward(input, Pass.Training(key.At(draw)));
            var again = network.Forward(input, Pass.Inference());
            return LawResult.All(
            [
                LawResult.Where(Bits.Same(again.Output, output), () => "Inference gives other outputs when it is done again after a pass of training."),
                LawResult.Where(again.Statistics.Entries.IsEmpty, () => "Inference lets the statistics go on."),
                LawResult.Where(Bits.Same(network.Statistics, statistics), () => "A pass changed the network's statistics."),
            ]);
        }));
    }

    /// <summary>The law for a random network, in both precisions.</summary>
    /// <param name="network">The network and its batch.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return LawResult.All(
        [
            IgnoresTraining(network.Network<double>(), network.Batch<double>().Inputs, RandomKey.FromSeed(network.Seed)),
            IgnoresTraining(network.Network<float>(), network.Batch<float>().Inputs, RandomKey.FromSeed(network.Seed)),
        ]);
    }
}
