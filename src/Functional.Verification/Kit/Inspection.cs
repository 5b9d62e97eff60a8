namespace Functional.Verification;

using System;
using System.Linq;
using FsCheck.Fluent;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// Tries all laws that apply to a subject in cases of many sizes, and reports what it found: a pure function of its arguments.
/// <see cref="Verify"/> does the same and throws where a law does not hold.
/// </summary>
public static class Inspection
{
    /// <summary>The laws of <see cref="LayerVerification"/> for a layer of any number of features.</summary>
    /// <param name="layer">From a number of features to the layer; it is called often and must give the same layer every time.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfLayer(Func<int, Layer<double>> layer, VerificationOptions? options = null, LayerCase? only = null) =>
        OfLayer(layer, null, options ?? VerificationOptions.Usual, only);

    /// <summary>The laws of <see cref="LayerVerification"/> for a layer as it is.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfLayer(Layer<double> layer, VerificationOptions? options = null, LayerCase? only = null)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return OfLayer(_ => layer, layer.InputSize, options ?? VerificationOptions.Usual, only);
    }

    /// <summary>The laws of <see cref="LayerVerification"/> for an activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="options">How it is done; smooth as the activation is when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfActivation(Activation activation, VerificationOptions? options = null, LayerCase? only = null)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return OfLayer(_ => new Activated<double>(activation), options ?? new() { IsSmooth = Smoothness.IsSmooth(activation) }, only);
    }

    /// <summary>The laws of <see cref="LayerVerification"/> for a function that is applied to every number.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="value">f.</param>
    /// <param name="slope">f′.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfActivation(string title, Func<double, double> value, Func<double, double> slope, VerificationOptions? options = null, LayerCase? only = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(slope);
        return OfLayer(_ => CustomLayer<double>.Elementwise(title, value, slope), options, only);
    }

    /// <summary>The laws of <see cref="LossVerification"/> for a loss.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">What targets it takes.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfLoss(Loss loss, TargetKind targets = TargetKind.Values, VerificationOptions? options = null, LayerCase? only = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        options ??= VerificationOptions.Usual;
        var kind = new CaseKind<LayerCase, LossTrial>(
            own => new(loss, targets, own, options),
            own => own.Smaller(),
            own => new LossTrial(loss, targets, own, options).Describe(),
            own => $"Verify.Loss(loss, TargetKind.{targets}, only: {own});");
        return new(loss.Title, Search.Findings(LossVerification.All, Cases(options, null, only), kind, options));
    }

    /// <summary>The laws of <see cref="OptimiserVerification"/> for an optimiser.</summary>
    /// <param name="optimiser">From a learning rate to the optimiser.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    public static VerificationReport OfOptimiser(Func<Schedule, GradientTransformation> optimiser, VerificationOptions? options = null, LayerCase? only = null)
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        options ??= VerificationOptions.Usual;
        var kind = new CaseKind<LayerCase, OptimiserTrial>(
            own => new(optimiser, own),
            own => own.Smaller(),
            own => new OptimiserTrial(optimiser, own).Describe(),
            own => $"Verify.Optimiser(optimiser, only: {own});");
        return new("optimiser", Search.Findings(OptimiserVerification.All, Cases(options, null, only), kind, options));
    }

    /// <summary>The laws of <see cref="NetworkVerification"/> for networks of an architecture with an objective.</summary>
    /// <param name="network">A case with the architecture, the number of inputs, the loss and the targets; sizes of batches and seeds are drawn.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    public static VerificationReport OfNetwork(NetworkCase network, VerificationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= VerificationOptions.Usual;
        var key = RandomKey.FromSeed(options.Seed);
        var cases = Enumerable.Range(0, options.Count)
            .Select(index => index == 0 ? network : network with { Samples = 1 + key.At(index).Below(9, 0), Seed = (ulong)key.At(index).Below(1_000_000, 1) })
            .ToArray();
        var kind = new CaseKind<NetworkCase, NetworkCase>(own => own, Generators.NetworkCase.Shrinker, own => own.ToString(), own => $"Verify.Network(network with {{ Samples = {own.Samples}, Seed = {own.Seed} }}, new() {{ Count = 1 }});");
        return new("network", Search.Findings(NetworkVerification.All, cases, kind, options));
    }

    private static VerificationReport OfLayer(Func<int, Layer<double>> layer, int? features, VerificationOptions options, LayerCase? only)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var kind = new CaseKind<LayerCase, LayerTrial>(
            own => LayerTrial.Of(layer, own, options),
            own => own.Smaller(keepFeatures: features is not null),
            own => LayerTrial.Of(layer, own, options).Describe(),
            own => $"Verify.Layer(layer, only: {own});");
        var cases = Cases(options, features, only);
        return new(layer(cases[0].Features).Title, Search.Findings(LayerVerification.All, cases, kind, options));
    }

    private static LayerCase[] Cases(VerificationOptions options, int? features, LayerCase? only) => only is not null
        ? [only]
        : [.. Enumerable.Range(0, options.Count).Select(index => LayerCase.Draw(RandomKey.FromSeed(options.Seed), index, features))];
}
