namespace Functional.Verification;

using System;
using Functional.Networks;

/// <summary>
/// Proves a part of your own in one call, in a test of any framework: all laws that apply are tried in cases of many sizes, and what fails is
/// thrown as a <see cref="VerificationException"/> with the smallest counterexample and the line that replays it.
/// <see cref="Inspection"/> gives the same report without throwing.
/// </summary>
public static class Verify
{
    /// <summary>Proves a layer of any number of features.</summary>
    /// <param name="layer">From a number of features to the layer; it is called often and must give the same layer every time.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Layer(Func<int, Layer<double>> layer, VerificationOptions? options = null, LayerCase? only = null) => Inspection.OfLayer(layer, options, only).Require();

    /// <summary>Proves a layer as it is.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Layer(Layer<double> layer, VerificationOptions? options = null, LayerCase? only = null) => Inspection.OfLayer(layer, options, only).Require();

    /// <summary>Proves an activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="options">How it is done; smooth as the activation is when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Activation(Activation activation, VerificationOptions? options = null, LayerCase? only = null) =>
        Inspection.OfActivation(activation, options, only).Require();

    /// <summary>Proves a function that is applied to every number.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="value">f.</param>
    /// <param name="slope">f′.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Activation(string title, Func<double, double> value, Func<double, double> slope, VerificationOptions? options = null, LayerCase? only = null) =>
        Inspection.OfActivation(title, value, slope, options, only).Require();

    /// <summary>Proves a loss.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="targets">What targets it takes.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Loss(Loss loss, TargetKind targets = TargetKind.Values, VerificationOptions? options = null, LayerCase? only = null) =>
        Inspection.OfLoss(loss, targets, options, only).Require();

    /// <summary>Proves an optimiser.</summary>
    /// <param name="optimiser">From a learning rate to the optimiser.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <param name="only">The one case to try, as a counterexample tells it; many cases when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Optimiser(Func<Schedule, GradientTransformation> optimiser, VerificationOptions? options = null, LayerCase? only = null) =>
        Inspection.OfOptimiser(optimiser, options, only).Require();

    /// <summary>Proves networks of an architecture with an objective.</summary>
    /// <param name="network">A case with the architecture, the number of inputs, the loss and the targets; sizes of batches and seeds are drawn.</param>
    /// <param name="options">How it is done; the usual options when left out.</param>
    /// <exception cref="VerificationException">A law does not hold.</exception>
    public static VerificationReport Network(NetworkCase network, VerificationOptions? options = null) => Inspection.OfNetwork(network, options).Require();
}
