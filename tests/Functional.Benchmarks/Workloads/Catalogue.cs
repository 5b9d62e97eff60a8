namespace Functional.Benchmarks.Workloads;

using System.Collections.Immutable;

/// <summary>All workloads.</summary>
internal static class Catalogue
{
    /// <summary>The workloads in the order of their names.</summary>
    public static ImmutableArray<Workload> All { get; } =
    [
        new("W0", "784-50-10 ReLU, batch 100", WorkKind.Training, [784, 50, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.1, SampleKind.Pictures, 100, true, new(0.35, 0.40)),
        new("W1", "784-128-10 sigmoid, full batch of 60,000", WorkKind.Training, [784, 128, 10], ActivationKind.Sigmoid, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.5, SampleKind.Pictures, PictureSets.TrainCount, false, new(0.50, 0.50)),
        new("W2", "784-25-10 sigmoid, sigmoid cross-entropy, batch 5,000", WorkKind.Training, [784, 25, 10], ActivationKind.Sigmoid, ActivationKind.Identity,
            LossKind.SigmoidCrossEntropy, false, 0.5, SampleKind.Pictures, 5000, true, new(0.40, 0.40)),
        new("W3", "8-16-16-16-16-3 ReLU, squared error, batch 2", WorkKind.Training, [8, 16, 16, 16, 16, 3], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.MeanSquaredError, false, 0.01, SampleKind.Regression, 2, true, new(0.02, 0.02)),
        new("W4", "2-2-2 sigmoid, half squared error, batch 1", WorkKind.Training, [2, 2, 2], ActivationKind.Sigmoid, ActivationKind.Sigmoid,
            LossKind.HalfSquaredError, false, 0.5, SampleKind.Example, 1, false, new(0.005, 0.005)),
        new("W5", "784-512-512-10 ReLU, batch 128", WorkKind.Training, [784, 512, 512, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.1, SampleKind.Pictures, 128, true, new(0.80, 0.80)),
        new("W6", "1024-4096-4096-10 ReLU, batch 1,024", WorkKind.Training, [1024, 4096, 4096, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.01, SampleKind.Wide, 1024, true, new(1, 1)),
        new("W7", "784-512-512-10 ReLU, Adam, batch 128", WorkKind.Training, [784, 512, 512, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, true, 0.001, SampleKind.Pictures, 128, true, new(0.70, 0.70)),
        new("W8", "784-50-10 ReLU, predict one sample", WorkKind.Prediction, [784, 50, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.1, SampleKind.Pictures, 1, true, new(0.35, 0.40)),
        new("W9", "the whole program: 17 epochs of 784-50-10 ReLU, batch 100", WorkKind.Program, [784, 50, 10], ActivationKind.Relu, ActivationKind.Identity,
            LossKind.SoftmaxCrossEntropy, false, 0.1, SampleKind.Pictures, 100, true, new(0.35, 0.40)),
    ];
}
