namespace Functional.Verification;

using System;
using Functional.Networks;

/// <summary>The laws of purity: nothing that goes in is changed, and the same arguments give the same bits.</summary>
public static class PurityLaws
{
    /// <summary>Forward, loss and backward leave network and batch as they were, and give the same bits a second time; so does a pullback called again.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="objective">The objective.</param>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="pass">The pass; inference when left out.</param>
    public static LawResult Of<T>(Objective objective, Layer<T> network, Batch<T> batch, Pass? pass = null)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(batch);
        pass ??= Pass.Inference();
        var parameters = Bits.Copy(network.Parameters);
        var statistics = Bits.Copy(network.Statistics);
        var inputs = Bits.Copy(batch.Inputs);
        var targets = Bits.Copy(batch.Targets.ToColumns(network.OutputSize(batch.Inputs.RowCount)));

        var (output, pullback) = network.Forward(batch.Inputs, pass);
        var loss = objective.Loss.Evaluate(output, batch.Targets, pass.Execution);
        var outputBefore = Bits.Copy(output);
        var upstreamBefore = Bits.Copy(loss.Gradient);
        var first = pullback(loss.Gradient);
        var (firstParameters, firstInput) = (Bits.Copy(first.Parameters), Bits.Copy(first.Input));
        var second = pullback(loss.Gradient);
        return LawResult.All(
        [
            LawResult.Where(Bits.Same(outputBefore, output), () => "The pullback changed the output."),
            LawResult.Where(Bits.Same(upstreamBefore, loss.Gradient), () => "The pullback changed its argument."),
            LawResult.Where(Bits.Same(firstParameters, second.Parameters) && Bits.Same(firstInput, second.Input), () => "The pullback gives other bits when it is called again."),
            LawResult.Where(Bits.Same(firstParameters, first.Parameters) && Bits.Same(firstInput, first.Input), () => "The pullback changed a gradient that it had given before."),
            LawResult.Where(Bits.Same(objective.Evaluate(network, batch, pass), objective.Evaluate(network, batch, pass)), () => "The objective has other bits when it is evaluated again."),
            LawResult.Where(Bits.Same(objective.Evaluate(network, batch, pass).Value, objective.Value(network, batch, pass)), () => "The objective has another value with its gradient than without."),
            LawResult.Where(Bits.Same(parameters, network.Parameters), () => "The network's parameters were changed."),
            LawResult.Where(Bits.Same(statistics, network.Statistics), () => "The network's statistics were changed."),
            LawResult.Where(Bits.Same(inputs, batch.Inputs), () => "The batch's inputs were changed."),
            LawResult.Where(Bits.Same(targets, batch.Targets.ToColumns(targets.RowCount)), () => "The batch's targets were changed."),
        ]);
    }

    /// <summary>The law for a random network in training, in both precisions.</summary>
    /// <param name="network">The network, its batch and its objective.</param>
    public static LawResult Of(NetworkCase network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return LawResult.All(
    [
        Of(network.Objective, network.Network<double>(), network.Batch<double>(), network.Training()),
        Of(network.Objective, network.Network<float>(), network.Batch<float>(), network.Training()),
    ]);
    }
}
