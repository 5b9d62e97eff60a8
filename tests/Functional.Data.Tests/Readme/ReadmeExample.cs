namespace Functional.Data.Tests.Readme;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using static Functional.Networks.Build;

/// <summary>The README's example, compiled: what stands between the marks is what stands there.</summary>
internal static class ReadmeExample
{
    public static void Run()
    {
        // <readme>
        var (train, test) = Digits.Load();
        var key = RandomKey.FromSeed(7);
        var network = Chain(Affine(50, new HeNormal()), Relu(), Affine(10)).Initialise<float>(train.FeatureCount, key);
        var training = new Training(new SoftmaxCrossEntropy(), Optimisers.Sgd(0.1));
        var batches = new MiniBatch(32).Batches(train.As<float>(), key).Take(2000);
        var outcome = training.Fold(training.Start(network, key), batches);
        Console.WriteLine(outcome.Match(
            Left: divergence => divergence.Message,
            Right: state => $"{Evaluation<float>.Of(state.Network, training.Objective.Loss, test.As<float>()).Accuracy:P1} {Fingerprint.Of(state.Network.Parameters)}"));
        // </readme>
    }
}
