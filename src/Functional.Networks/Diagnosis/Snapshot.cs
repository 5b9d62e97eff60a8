namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Measures what a training step does in every layer, without changing the training.</summary>
public static class Snapshot
{
    /// <summary>A sigmoid nearer to 0 or 1 than this is saturated: at y = 0.0127 its derivative y·(1 − y) is 0.0125, a twentieth of the largest, ¼.</summary>
    private const double SigmoidMargin = 0.0127;

    /// <summary>A hyperbolic tangent nearer to ±1 than this is saturated: at y = 0.9747 its derivative 1 − y² is 0.05, a twentieth of the largest, 1.</summary>
    private const double TanhMargin = 0.0253;

    /// <summary>The figures of the step that a state would do on a batch.</summary>
    /// <remarks>
    /// It does the step and throws its result away; and it goes a second time through the network, into chains and residual blocks, to see
    /// every layer. Layers of any other kind, a user's own too, are measured by their outputs and gradients. So it costs more than two
    /// steps; take it on some steps and on one batch only. The batch may be the step's own or any other one.
    /// </remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="training">How the network is trained.</param>
    /// <param name="state">The state before the step.</param>
    /// <param name="batch">The samples.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <returns>The figures, or where the first number appeared that is not finite.</returns>
    /// <exception cref="ArgumentException">The batch does not fit the network.</exception>
    public static Either<Divergence, NetworkFigures> Of<T>(Training training, TrainingState<T> state, Batch<T> batch, Execution? execution = null)
        where T : struct, IFloatingPointIeee754<T> =>
        Given.NotNull(training).Step(state, batch, execution).Map(advance => Measure(training, state, advance, batch, Pass.Training(state.Key.For("step").At(state.Step), execution)));

    private static NetworkFigures Measure<T>(Training training, TrainingState<T> state, Advance<T> advance, Batch<T> batch, Pass pass)
        where T : struct, IFloatingPointIeee754<T>
    {
        var probe = new Probe<T>();
        var (output, back) = probe.Through(state.Network, batch.Inputs, pass);
        back(training.Objective.Loss.Evaluate(output, batch.Targets, pass.Execution).Gradient);
        var (before, after) = (state.Network.Parameters, advance.State.Network.Parameters);
        var layers = new List<LayerFigures>();
        var taken = 0;
        foreach (var seen in probe.Layers)
        {
            var own = seen.Parameters.Entries.Count;
            layers.Add(Figures(seen, [.. Enumerable.Range(taken, own).Select(i => (before.Entries[i], after.Entries[i]))]));
            taken += own;
        }

        return new(state.Step, double.CreateChecked(advance.Measurement.Loss), layers.ToSeq().Strict());
    }

    private static LayerFigures Figures<T>(Probe<T>.Seen seen, (Parameter<T> Before, Parameter<T> After)[] parameters)
        where T : struct, IFloatingPointIeee754<T>
    {
        var weights = parameters.Where(parameter => parameter.Before.Role == ParameterRole.Weights).ToArray();
        var hasWeights = weights.Length > 0;
        double[] before = [.. weights.SelectMany(parameter => Norms.Doubles(parameter.Before.Values.Numbers))];
        double[] after = [.. weights.SelectMany(parameter => Norms.Doubles(parameter.After.Values.Numbers))];
        double[] gradient = [.. seen.ParameterGradient.Entries.Where(entry => entry.Role == ParameterRole.Weights).SelectMany(entry => Norms.Doubles(entry.Values.Numbers))];
        return new(
            seen.Pass.Place,
            seen.Layer.Title,
            Norms.RootMeanSquare(seen.Output.Numbers),
            seen.OutputGradient is { } outputGradient ? Norms.RootMeanSquare(outputGradient.Numbers) : 0,
            seen.Layer is Affine<T> or Residual<T> or Dropout<T> ? null : DeadShare(seen.Output),
            SaturatedShare(seen),
            hasWeights ? Norms.RootMeanSquare<double>(before) : null,
            hasWeights ? Norms.RootMeanSquare<double>(gradient) : null,
            hasWeights ? Norms.RootMeanSquare<double>([.. after.Zip(before, (now, then) => now - then)]) : null);
    }

    /// <summary>The share of rows that are 0 throughout.</summary>
    private static double DeadShare<T>(Matrix<T> output)
        where T : struct, IFloatingPointIeee754<T>
    {
        var lives = new bool[output.RowCount];
        var numbers = output.Numbers;
        for (var i = 0; i < numbers.Length; i++)
        {
            lives[i % lives.Length] |= numbers[i] != T.Zero;
        }

        return (double)lives.Count(live => !live) / Math.Max(1, lives.Length);
    }

    private static double? SaturatedShare<T>(Probe<T>.Seen seen)
        where T : struct, IFloatingPointIeee754<T> => (seen.Layer as Activated<T>)?.Activation switch
        {
            Sigmoid => Share(seen.Output, value => value < SigmoidMargin || value > 1 - SigmoidMargin),
            Tanh => Share(seen.Output, value => Math.Abs(value) > 1 - TanhMargin),
            _ => null,
        };

    private static double Share<T>(Matrix<T> output, Func<double, bool> isCounted)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = Norms.Doubles(output.Numbers);
        return numbers.Length == 0 ? 0 : (double)numbers.Count(isCounted) / numbers.Length;
    }
}
