namespace Functional.Networks.Tests.Recycling;

using System;
using System.Linq;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

public sealed class BatchFeedTests
{
    private static readonly Batch<double> Dense = new(
        Numerics.Dense.Matrix(500, 40, [.. Enumerable.Range(0, 20_000).Select(i => i * 0.37 % 1)]), new ClassTargets<double>([.. Enumerable.Range(0, 40).Select(i => i % 3)]));

    private static readonly Batch<double> Sparse = new(Matrix<double>.Build.SparseOfMatrix(Dense.Inputs), Dense.Targets);

    [Fact]
    public void It_gives_the_batchs_samples()
    {
        var weights = Numerics.Dense.Vector(Enumerable.Range(0, 40).Select(i => i / 8.0).ToArray());
        foreach (var batch in new[] { Dense, Sparse, new(Sparse.Inputs, Dense.Targets.Weighted(weights)) })
        {
            var feed = new BatchFeed<double>(batch);
            Assert.Equal((40, 500, batch.Targets.IsWeighted), (feed.Count, feed.Features, feed.IsWeighted));
            Assert.Same(batch, feed.ToBatch());
            for (var sample = 0; sample < feed.Count; sample++)
            {
                var (inputs, target) = (new double[500], new double[3]);
                feed.Announce(sample);
                feed.CopyInputs(sample, inputs);
                feed.CopyTarget(sample, target);
                Assert.Equal(Dense.Inputs.Column(sample).ToArray(), inputs);
                Assert.Equal([.. Enumerable.Range(0, 3).Select(output => output == sample % 3 ? 1.0 : 0)], target);
                Assert.Equal(sample % 3, feed.ClassOf(sample));
                Assert.Equal(batch.Targets.IsWeighted ? weights[sample] : 1, feed.WeightOf(sample));
            }
        }
    }

    [Fact]
    public void Dense_inputs_are_never_copied_and_others_once()
    {
        var room = new double[500];
        Assert.InRange(Allocated(() => new BatchFeed<double>(Dense).CopyInputs(1, room)), 0, 4000);
        var feed = new BatchFeed<double>(Sparse);
        Assert.InRange(Allocated(() => feed.CopyInputs(1, room)), 0, 4000);
    }

    private static long Allocated(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
