namespace Functional.Benchmarks.Workloads;

using System.Collections.Immutable;
using System.Linq;

/// <summary>Something that all contenders do.</summary>
/// <param name="Name">Its short name, such as W0.</param>
/// <param name="Description">What it is, for tables.</param>
/// <param name="Kind">What is timed.</param>
/// <param name="Sizes">The number of inputs, then of the outputs of each affine layer.</param>
/// <param name="Hidden">The activation behind every affine layer but the last.</param>
/// <param name="Output">The activation behind the last affine layer.</param>
/// <param name="Loss">What is made small.</param>
/// <param name="Adam">Whether the optimiser is Adam, otherwise plain gradient descent.</param>
/// <param name="Rate">The learning rate.</param>
/// <param name="Samples">Which samples.</param>
/// <param name="Batch">The samples to a step.</param>
/// <param name="Shuffled">Whether every epoch has an order of its own, otherwise every step takes all samples.</param>
/// <param name="Target">The ratio to the best peer that is aimed at.</param>
internal sealed record Workload(
    string Name,
    string Description,
    WorkKind Kind,
    ImmutableArray<int> Sizes,
    ActivationKind Hidden,
    ActivationKind Output,
    LossKind Loss,
    bool Adam,
    double Rate,
    SampleKind Samples,
    int Batch,
    bool Shuffled,
    Target Target)
{
    /// <summary>How often the whole program goes through the samples.</summary>
    public const int ProgramEpochs = 17;

    /// <summary>
    /// The floating-point operations of a step, where a multiplication with its addition counts as two and all that is not a matrix product as none:
    /// 2 · weights · batch for the way forward, as much for the gradient of the weights, and as much for the gradient of the inputs of every
    /// layer but the first. A prediction is the way forward for one sample. The whole program is the steps of all epochs and, for each
    /// epoch, the way forward for the training and the test samples.
    /// </summary>
    public double Flops => Kind switch
    {
        WorkKind.Prediction => Forward,
        WorkKind.Program => ProgramEpochs * ((PictureSets.TrainCount * Training) + ((PictureSets.TrainCount + PictureSets.TestCount) * Forward)),
        _ => Batch * Training,
    };

    private double Forward => 2 * Weights(0);

    private double Training => (2 * Forward) + (2 * Weights(1));

    private double Weights(int fromLayer) => Sizes.Zip(Sizes.Skip(1), (inputs, outputs) => (double)inputs * outputs).Skip(fromLayer).Sum();
}
