namespace Functional.Data.Tests.Training;

using System.Linq;
using System.Numerics;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

/// <summary>Evaluation in recycled memory gives the bits of the pure network on all samples at once.</summary>
public sealed class EvaluationTests
{
    private static readonly Architecture Everything = Chain(
        Affine(21),
        BatchNormalisation(),
        Residual(Chain(Dropout(0.5), LayerNormalisation(), Residual(Dropout(0.9)))),
        ParametricRelu(),
        Residual(BatchNormalisation(0.3)),
        RmsNormalisation(),
        Dropout(0.2),
        Maxout(10, 3));

    [Theory]
    [InlineData(VectorWidth.Scalar, 1)]
    [InlineData(VectorWidth.Bits128, 2)]
    [InlineData(VectorWidth.Bits256, 3)]
    [InlineData(VectorWidth.Bits512, 64)]
    public void Of_a_network_with_every_layer(VectorWidth width, int threads)
    {
        Of<float>(new Execution { Width = width, Threads = threads });
        Of<double>(new Execution { Width = width, Threads = threads });
    }

    private static void Of<T>(Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var set = Digits.Load().Train.Take(700);
        var source = set.As<T>();
        var loss = new SoftmaxCrossEntropy();
        var training = new Functional.Networks.Training(loss, Optimisers.Adam(0.01));
        var start = training.Start(Everything.Initialise<T>(set.FeatureCount, RandomKey.FromSeed(1)), RandomKey.FromSeed(2));
        var network = training.Fold(start, source, new MiniBatch(50), 20).Match(Right: state => state.Network, Left: _ => null!);
        Assert.NotEqual(start.Network.Statistics, network.Statistics);
        var all = source.Gather([.. Enumerable.Range(0, set.Count)]);
        var output = network.Predict(all.Inputs);
        var expected = new Evaluation<T>(loss.Evaluate(output, all.Targets).Value, Accuracy.CountCorrect(output, all.Targets), set.Count);
        Assert.Equal(expected, Evaluation<T>.Of(network, loss, source, execution));
    }
}
