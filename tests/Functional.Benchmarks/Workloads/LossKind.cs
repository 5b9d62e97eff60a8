namespace Functional.Benchmarks.Workloads;

/// <summary>What is made small.</summary>
internal enum LossKind
{
    /// <summary>Softmax cross-entropy with classes, the mean over the samples.</summary>
    SoftmaxCrossEntropy,

    /// <summary>Sigmoid cross-entropy with one-hot classes, the mean over samples and outputs.</summary>
    SigmoidCrossEntropy,

    /// <summary>The squared error, the mean over samples and outputs.</summary>
    MeanSquaredError,

    /// <summary>Half the squared error, summed over the outputs, the mean over the samples.</summary>
    HalfSquaredError,
}
