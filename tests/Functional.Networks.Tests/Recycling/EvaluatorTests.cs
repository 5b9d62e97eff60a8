namespace Functional.Networks.Tests.Recycling;

using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class EvaluatorTests
{
    public static TheoryData<string> Names => RecycledNetworks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void An_evaluation_column_by_column_has_the_bits_of_one_batch(string name)
    {
        var own = RecycledNetworks.Named(name) with { Samples = 300 };
        var (fresh, batch) = (own.Network<float>(), own.Batch<float>());

        // A pass of training lets statistics go on, so that they are not those of a fresh network.
        var statistics = fresh.Forward(batch.Inputs, Pass.Training(RandomKey.FromSeed(1))).Statistics;
        var network = statistics.Entries.IsEmpty ? fresh : fresh.WithStatistics(statistics);
        var outputs = network.Predict(batch.Inputs);
        var correct = Enumerable.Range(0, batch.Count).Count(sample => outputs.Column(sample).MaximumIndex() == batch.Targets.ClassOf(sample));
        var expected = new Evaluation<float>(own.Loss.Evaluate(outputs, batch.Targets).Value, correct, batch.Count);
        foreach (var execution in RecycledNetworks.Executions)
        {
            Assert.Equal(expected, Evaluation<float>.Of(network, own.Loss, new BatchColumns<float>(batch), execution));
        }
    }
}
