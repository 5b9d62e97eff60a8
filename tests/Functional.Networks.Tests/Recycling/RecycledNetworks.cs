namespace Functional.Networks.Tests.Recycling;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Verification;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

/// <summary>Small networks that together have every layer that works in recycled memory, and the ways in which their steps are carried out.</summary>
internal static class RecycledNetworks
{
    private static readonly (string Name, NetworkCase Case)[] Every =
    [
        ("affine", Of(Chain(Affine(5), Relu(), Affine(3)), new SoftmaxCrossEntropy(), TargetKind.Classes)),
        ("without parameters at its inputs", Of(Chain(Dropout(0.2), Tanh(), Affine(4), Softmax(), Affine(3)), new SquaredError(Reduction.MeanOverElements), TargetKind.Values)),
        ("penalised and weighted", Of(Chain(Affine(16), Elu(), Affine(3)), new SigmoidCrossEntropy(Reduction.SumOverCount), TargetKind.OneHot) with
        {
            Penalties = Prelude.Seq<Penalty>(new L2(0.1), new L1(0.01)), IsWeighted = true,
        }),
        ("with weights of classes", Of(Chain(Affine(3)), new SoftmaxFocal(1).Smoothed(0.1).WithClassWeights(Prelude.Seq(1.0, 0.5, 2.0)), TargetKind.Classes)),
        ("normalised by the batch", Of(Chain(Affine(5), BatchNormalisation(0.3), Relu(), Residual(Chain(BatchNormalisation(), Dropout(0.2))), Affine(3)), new SoftmaxCrossEntropy(), TargetKind.Classes)),
        ("with a batch normalisation first", Of(Chain(BatchNormalisation(), Affine(3)), new Hinge(squared: true), TargetKind.OneHot)),
        ("normalised by the sample", Of(Chain(Affine(5), LayerNormalisation(), ParametricRelu(), RmsNormalisation(), Affine(3)), new Huber(), TargetKind.Values)),
        ("with Maxout", Of(Chain(Maxout(4, 3), Dropout(0.5), Affine(3)), new MulticlassHinge(), TargetKind.Classes)),
        ("residual at its inputs", Of(Chain(Residual(Chain(Affine(4), Gelu(), Affine(7))), Residual(Silu()), Affine(3)), new AbsoluteError(Reduction.Sum), TargetKind.Values)),
        ("residual before all parameters", Of(Chain(Residual(Tanh()), Affine(3)), new SquaredError(), TargetKind.Values)),
        ("wide and normalised", Of(Chain(Affine(150), BatchNormalisation(), ParametricRelu(), LayerNormalisation(), Residual(BatchNormalisation()), Affine(3)), new SoftmaxCrossEntropy(), TargetKind.Classes)),
        ("wider than a block", Of(Chain(Affine(37), Sigmoid(), Affine(40), Softplus(), Affine(35)), new SoftmaxCrossEntropy(), TargetKind.Soft)),
    ];

    public static TheoryData<string> Names => [.. Every.Select(one => one.Name)];

    /// <summary>
    /// One thread as it is used; small chunks, which are summed in a tree; two threads that share what is too small to be shared; and three that make new parameters of each part of the gradient at once,
    /// as only one does otherwise.
    /// </summary>
    public static Execution[] Executions =>
    [
        Execution.Sequential,
        new() { ChunkSamples = 256, Width = VectorWidth.Bits128, SettledNumbers = 0 },
        new() { Threads = 2, WorkPerThread = 1, ChunkSamples = 256 },
        new() { Threads = 3, WorkPerThread = 1, SettledNumbers = 0 },
    ];

    public static NetworkCase Named(string name) => Every.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Case;

    private static NetworkCase Of(Architecture architecture, Loss loss, TargetKind targets) => new(architecture, 7, loss, Seq<Penalty>.Empty, 1, targets, 3);
}
