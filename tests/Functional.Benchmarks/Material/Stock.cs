namespace Functional.Benchmarks.Material;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Benchmarks.Workloads;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>
/// Puts into a folder what workloads need: samples, and for each workload its description, its initial parameters and the samples of its
/// first steps. The initial parameters are those of all layers one behind the other, of each the weights, then the biases; the weights are the
/// [outputs × inputs] matrix column after column, which is the [inputs × outputs] matrix row after row.
/// </summary>
internal static class Stock
{
    /// <summary>The number of steps whose losses are compared.</summary>
    public const int VerifiedSteps = 3;

    private const string IdxDirectory = "idx";
    private static readonly RandomKey Key = RandomKey.FromSeed(7);

    /// <summary>The file with a workload's initial parameters.</summary>
    public static string ParametersFile(string workload, Precision precision) => $"{workload}.parameters.{precision.FileEnding}";

    /// <summary>The file with the indices of the samples that the first steps take.</summary>
    public static string IndicesFile(string workload) => $"{workload}.indices.i32";

    /// <summary>Fills the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="workloads">The workloads that will be asked for.</param>
    /// <param name="precisions">The precisions that will be asked for.</param>
    /// <param name="dataDirectory">Where MNIST is, or null.</param>
    /// <returns>Which data were taken, and where MNIST's own files lie for whole programs.</returns>
    public static StockedData Fill(Folder folder, IReadOnlyList<Workload> workloads, IReadOnlyList<Precision> precisions, string? dataDirectory)
    {
        var stocked = workloads.Any(workload => workload.Samples == SampleKind.Pictures)
            ? FillPictures(folder, dataDirectory, forPrograms: workloads.Any(workload => workload.Kind == WorkKind.Program))
            : new StockedData(null, "no pictures are needed");
        foreach (var kind in workloads.Select(workload => workload.Samples).Distinct())
        {
            FillNumbers(folder, kind);
        }

        foreach (var workload in workloads.Where(workload => workload.Kind != WorkKind.Program))
        {
            Description.Write(folder, workload);
            FillIndices(folder, workload);
            foreach (var precision in precisions)
            {
                if (precision == Precision.Single)
                {
                    FillParameters<float>(folder, workload, precision);
                }
                else
                {
                    FillParameters<double>(folder, workload, precision);
                }
            }
        }

        return stocked;
    }

    private static StockedData FillPictures(Folder folder, string? directory, bool forPrograms)
    {
        var pictures = directory is null ? PictureSet.Synthetic() : PictureSet.Load(directory);
        folder.Write<byte>(SampleFiles.Pictures.Features, pictures.TrainPictures);
        folder.Write<byte>(SampleFiles.Pictures.Labels!, pictures.TrainLabels);
        if (directory is null && forPrograms)
        {
            IdxWriter.Write(folder.File(IdxDirectory), pictures);
        }

        return new(
            directory ?? folder.File(IdxDirectory),
            directory is null ? "synthetic pictures of MNIST's size from a fixed seed (--data or FUNCTIONAL_MNIST names a directory with MNIST)" : "MNIST's files");
    }

    private static void FillNumbers(Folder folder, SampleKind kind)
    {
        switch (kind)
        {
            case SampleKind.Wide:
                var wide = Catalogue.All.First(workload => workload.Samples == kind);
                folder.Write<double>(SampleFiles.Wide.Features, Uniform(Key.For("wide features"), SampleFiles.Wide.Count * wide.Sizes[0]));
                folder.Write<byte>(SampleFiles.Wide.Labels!, [.. Enumerable.Range(0, SampleFiles.Wide.Count).Select(sample => (byte)(Key.For("wide labels").Bits32(sample) % (uint)wide.Sizes[^1]))]);
                break;
            case SampleKind.Regression:
                var regression = Catalogue.All.First(workload => workload.Samples == kind);
                var (inputs, outputs) = (regression.Sizes[0], regression.Sizes[^1]);
                var features = Uniform(Key.For("regression features"), SampleFiles.Regression.Count * inputs);
                folder.Write<double>(SampleFiles.Regression.Features, features);
                folder.Write<double>(SampleFiles.Regression.Values!, [.. Enumerable.Range(0, SampleFiles.Regression.Count * outputs).Select(at => Math.Sin(features[at / outputs * inputs + (at % outputs)] + features[at / outputs * inputs + (at % outputs) + outputs]))]);
                break;
            case SampleKind.Example:
                folder.Write<double>(SampleFiles.Example.Features, [0.05, 0.10]);
                folder.Write<double>(SampleFiles.Example.Values!, [0.01, 0.99]);
                break;
            default:
                break;
        }
    }

    private static void FillIndices(Folder folder, Workload workload)
    {
        var count = SampleFiles.Of(workload.Samples).Count;
        Sampling sampling = workload.Shuffled ? new MiniBatch(workload.Batch) : new FullBatch();
        folder.Write<int>(IndicesFile(workload.Name), [.. sampling.Indices(count, Key.For(workload.Name)).Take(VerifiedSteps).SelectMany(indices => indices)]);
    }

    private static void FillParameters<T>(Folder folder, Workload workload, Precision precision)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        folder.Write(ParametersFile(workload.Name, precision), Serving.Models.Initial<T>(workload, Key.For(workload.Name)).Parameters.Unroll().Numbers);

    private static double[] Uniform(RandomKey key, int count) => [.. Enumerable.Range(0, count).Select(at => (double)(float)key.Uniform(-1, 1, at))];
}
