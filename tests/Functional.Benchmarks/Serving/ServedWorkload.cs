namespace Functional.Benchmarks.Serving;

using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Benchmarks.Material;
using Functional.Benchmarks.Workloads;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Makes of a workload and a folder what this library serves.</summary>
internal static class ServedWorkload
{
    private const ulong Seed = 7;

    /// <summary>The workload in a precision.</summary>
    public static IServed Of(Workload workload, Precision precision, string folder, Execution execution) => precision == Precision.Single
        ? Of<float>(workload, precision, folder, execution)
        : Of<double>(workload, precision, folder, execution);

    private static IServed Of<T>(Workload workload, Precision precision, string folder, Execution execution)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var key = RandomKey.FromSeed(Seed);
        var outline = Models.Initial<T>(workload, key);
        var network = outline.With(outline.Parameters.Roll(Dense.Vector(Folder.Read<T>(folder, Stock.ParametersFile(workload.Name, precision)))));
        var source = Samples(workload, folder).As<T>();
        var firstBatches = Folder.Read<int>(folder, Stock.IndicesFile(workload.Name)).Chunk(workload.Batch).ToArray();
        if (workload.Kind == WorkKind.Prediction)
        {
            return new FunctionalPrediction<T>(network, [.. Enumerable.Range(0, firstBatches.Length).Select(sample => source.Range(sample, 1).Inputs)], execution);
        }

        var training = Models.Training(workload);
        Sampling sampling = workload.Shuffled ? new MiniBatch(workload.Batch) : new FullBatch();
        return new FunctionalContender<T>(training, training.Start(network, key), source, sampling, firstBatches, execution);
    }

    private static DataSet Samples(Workload workload, string folder)
    {
        var files = SampleFiles.Of(workload.Samples);
        Features features = workload.Samples == SampleKind.Pictures
            ? new ByteFeatures(Immutable<byte>(folder, files.Features), workload.Sizes[0])
            : new RealFeatures(Immutable<double>(folder, files.Features), workload.Sizes[0]);
        Labels labels = files.Labels is { } classes
            ? new ClassLabels([.. Folder.Read<byte>(folder, classes).Select(label => (int)label)], workload.Sizes[^1])
            : new ValueLabels(Immutable<double>(folder, files.Values!), workload.Sizes[^1]);
        var set = DataSet.Create(workload.Name, features, labels).IfFail(faults => throw new Fault(faults.Head.Message));
        return workload.Samples == SampleKind.Pictures ? set.Scaled(new Scaling.UnitInterval(PictureSets.LargestPixel)) : set;
    }

    private static ImmutableArray<TNumber> Immutable<TNumber>(string folder, string file)
        where TNumber : unmanaged => ImmutableCollectionsMarshal.AsImmutableArray(Folder.Read<TNumber>(folder, file));
}
