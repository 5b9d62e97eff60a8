namespace Functional.Benchmarks.Material;

using System;
using System.Text.Json;
using Functional.Benchmarks.Workloads;

/// <summary>Writes the description of a workload that the peers read.</summary>
internal static class Description
{
    /// <summary>Writes NAME.json.</summary>
    public static void Write(Folder folder, Workload workload)
    {
        var files = SampleFiles.Of(workload.Samples);
        folder.Write<byte>($"{workload.Name}.json", JsonSerializer.SerializeToUtf8Bytes(new
        {
            sizes = workload.Sizes,
            hidden = NameOf(workload.Hidden),
            output = NameOf(workload.Output),
            loss = NameOf(workload.Loss),
            optimiser = workload.Adam ? "adam" : "sgd",
            rate = workload.Rate,
            batch = workload.Batch,
            shuffled = workload.Shuffled,
            predicts = workload.Kind == WorkKind.Prediction,
            features = files.Features,
            labels = files.Labels,
            values = files.Values,
        }));
    }

    private static string NameOf(ActivationKind activation) => activation switch
    {
        ActivationKind.Identity => "identity",
        ActivationKind.Relu => "relu",
        ActivationKind.Sigmoid => "sigmoid",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "There is no such activation."),
    };

    private static string NameOf(LossKind loss) => loss switch
    {
        LossKind.SoftmaxCrossEntropy => "softmax cross-entropy",
        LossKind.SigmoidCrossEntropy => "sigmoid cross-entropy",
        LossKind.MeanSquaredError => "mean squared error",
        LossKind.HalfSquaredError => "half squared error",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "There is no such loss."),
    };
}
