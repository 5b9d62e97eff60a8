namespace Functional.Experiments;

using System;
using Functional.Networks;
using LanguageExt;
using static Functional.Networks.Build;

/// <summary>The laboratory's own experiments: short trainings on the embedded digits that go through every part of the arithmetic that could differ.</summary>
/// <remarks>
/// <para>The first one has batches of 200 (three grains and an odd one of 8 samples; the last batch of an epoch has 38), enough work for eight threads in each of them, affine layers, batch and layer
/// normalisation, dropout, erf, exp and tanh, an L2 penalty, clipping by the global norm, Adam with decoupled decay, and a cosine as schedule behind a warm-up.</para>
/// <para>The second one takes all 1,438 samples as one batch: 23 grains in a tree of five levels, which threads go through in pieces of their own; a residual block, parametric rectifiers, maxout, RMS
/// normalisation, smoothed labels, weights for classes, Nesterov's momentum.</para>
/// <para>Each is carried out in single and in double precision.</para>
/// </remarks>
public static class LabExperiments
{
    /// <summary>The experiments.</summary>
    public static Seq<Experiment> Default { get; } = Prelude.Seq(
        Everything(Precision.Single), Everything(Precision.Double), WholeBatch(Precision.Single), WholeBatch(Precision.Double));

    private static Experiment Everything(Precision precision) => Made(Experiment.Create(
        layers: Prelude.Seq<Architecture>(
            Affine(48, new HeNormal()), new BatchNormalisation(), new Gelu(), new Dropout(0.1), Affine(40), new LayerNormalisation(), new Tanh()),
        optimiser: Optimiser.AdamW,
        learningRate: 0.01,
        sampling: new MiniBatch(200),
        epochs: 3,
        seed: 7,
        precision: precision,
        course: new RateCourse.Cosine(0.1),
        warmUp: 1,
        regularisation: new(L2: 1e-4, ClippingNorm: 1)));

    private static Experiment WholeBatch(Precision precision) => Made(Experiment.Create(
        layers: Prelude.Seq<Architecture>(
            Affine(32), new ParametricRelu(), new Residual(new Chain(new RmsNormalisation(), Affine(32), new Silu())), new Maxout(2), new Dropout(0.2), new Softplus()),
        optimiser: Optimiser.Nesterov,
        learningRate: 0.05,
        sampling: new FullBatch(),
        epochs: 8,
        seed: 11,
        precision: precision,
        course: new RateCourse.Exponential(0.9),
        regularisation: new(BalancesClasses: true, LabelSmoothing: 0.1)));

    private static Experiment Made(Validation<SettingFault, Experiment> experiment) =>
        experiment.Match(Succ: own => own, Fail: faults => throw new InvalidOperationException(string.Join(" ", faults.Map(fault => fault.Message))));
}
