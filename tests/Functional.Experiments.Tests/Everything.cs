namespace Functional.Experiments.Tests;

using Functional.Networks;
using LanguageExt;

/// <summary>An experiment with everything that can be switched on at once.</summary>
internal static class Everything
{
    public static Experiment Experiment(double dropout = 0.2, Precision precision = Precision.Single, int epochs = 6, int patience = 2) => Experiments.Experiment.Create(
        hidden: Prelude.Seq(12, 7),
        optimiser: Optimiser.AdamW,
        learningRate: 0.05,
        sampling: new MiniBatch(10),
        epochs: epochs,
        seed: 5,
        precision: precision,
        weightDecay: 0.02,
        course: new RateCourse.Cosine(0.1),
        warmUp: 1,
        regularisation: new(1e-5, 1e-4, dropout, BatchNormalisation: true, MaximumNorm: 3, ClippingNorm: 1, BalancesClasses: true, LabelSmoothing: 0.1),
        validationShare: 0.2,
        patience: patience).Success();
}
