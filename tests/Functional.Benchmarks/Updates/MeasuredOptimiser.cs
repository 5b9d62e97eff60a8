namespace Functional.Benchmarks.Updates;

using System.Collections.Immutable;
using Functional.Networks;

/// <summary>An optimiser whose step is measured.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Transformation">The optimiser.</param>
internal sealed record MeasuredOptimiser(string Name, GradientTransformation Transformation)
{
    private const double Rate = 1e-6;

    /// <summary>The well-known ones, then chains with transformations that look at all numbers first.</summary>
    public static ImmutableArray<MeasuredOptimiser> All { get; } =
    [
        new("sgd", Optimisers.Sgd(Rate)),
        new("momentum", Optimisers.Momentum(Rate)),
        new("nesterov", Optimisers.Nesterov(Rate)),
        new("adagrad", Optimisers.AdaGrad(Rate)),
        new("rmsprop", Optimisers.RmsProp(Rate)),
        new("rmsprop-centred", Optimisers.CentredRmsProp(Rate)),
        new("rmsprop-momentum", new ScaleByRmsProp().Then(new Momentum()).Then(new ScaleByRate(Rate))),
        new("adam", Optimisers.Adam(Rate)),
        new("amsgrad", Optimisers.AmsGrad(Rate)),
        new("adamw", Optimisers.AdamW(Rate)),
        new("nadam", Optimisers.NAdam(Rate)),
        new("adamax", Optimisers.AdaMax(Rate)),
        new("lion", Optimisers.Lion(Rate, 0.01)),
        new("lamb", Optimisers.Lamb(Rate)),
        new("sgd-clip-global", new ClipByGlobalNorm(1).Then(Optimisers.Sgd(Rate))),
        new("adam-clip-layer", new ClipByLayerNorm(1).Then(Optimisers.Adam(Rate))),
        new("adam-average", Optimisers.Adam(Rate).Then(new AverageParameters())),
        new("adam-max-norm", Optimisers.Adam(Rate).Then(new MaxNorm(3))),
    ];
}
