namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The laws that every layer must obey, each about a <see cref="LayerTrial"/>.</summary>
public static class LayerVerification
{
    /// <summary>The output is outputs × samples, the gradients have the shapes of what they belong to.</summary>
    public static Law<LayerTrial> Shapes { get; } = new("Outputs and gradients have the sizes that the layer tells", HasShapes);

    /// <summary>The gradient law, number by number where there are few, along random directions where there are many.</summary>
    public static Law<LayerTrial> Gradient { get; } = new("Backward equals numeric differentiation", HasRightGradient);

    /// <summary>A pullback is linear.</summary>
    public static Law<LayerTrial> Linear { get; } = new("The pullback is linear", trial => PullbackLaws.IsLinear(trial.Layer, trial.Input, trial.Key, trial.Pass));

    /// <summary>⟨J·v, u⟩ = ⟨v, Jᵀ·u⟩.</summary>
    public static Law<LayerTrial> Adjoint { get; } = new(
        "The pullback is the adjoint of the derivative", trial => PullbackLaws.IsAdjoint(trial.Layer, trial.Input, trial.Key, trial.Pass, trial.Options.IsSmooth));

    /// <summary>In inference a sample's output does not depend on the batch that it stands in, and the gradient by the parameters is the samples' sum.</summary>
    public static Law<LayerTrial> Batch { get; } = new("A batch is the combination of its samples", IsCombination);

    /// <summary>Parameters, statistics, input and gradient by the output have the same hash before and after.</summary>
    public static Law<LayerTrial> Purity { get; } = new("Nothing that goes in is changed", ChangesNothing);

    /// <summary>Twice the same.</summary>
    public static Law<LayerTrial> Determinism { get; } = new("The same arguments give the same bits", IsDeterministic);

    /// <summary>Any number of threads, any width of vectors.</summary>
    public static Law<LayerTrial> Execution { get; } = new(
        "Threads and vector width change no bit", trial => ExecutionLaws.Of(new Projection(), trial.Layer, trial.Batch, trial.Case.IsTraining ? trial.Key : null));

    /// <summary>Zeros, equal numbers, tiny and large ones.</summary>
    public static Law<LayerTrial> Finite { get; } = new("Finite inputs give finite outputs and gradients", StaysFinite);

    /// <summary>Inference draws nothing, gathers nothing and does not see what training did.</summary>
    public static Law<LayerTrial> Inference { get; } = new("Inference draws nothing and gathers nothing", trial => InferenceLaws.IgnoresTraining(trial.Layer, trial.Input, trial.Key));

    /// <summary>Parameters and statistics can be taken out and put back.</summary>
    public static Law<LayerTrial> Parameters { get; } = new("Parameters are unrolled and rolled up without loss", trial => ParameterLaws.Of(trial.Layer));

    /// <summary>Written and read back, the layer gives the same bits.</summary>
    public static Law<LayerTrial> Serialisation { get; } = new("What is written and read back gives the same bits", SurvivesWriting);

    /// <summary>A layer does not ask where it stands.</summary>
    public static Law<LayerTrial> Chaining { get; } = new("In a chain the layer is what it is alone", trial => ChainLaws.HasUnits(trial.Layer, trial.Input, trial.Key));

    /// <summary>Training in recycled memory gives the bits of the pure step.</summary>
    public static Law<LayerTrial> Training { get; } = new("The fold over steps is the repeated step", FoldIsSteps);

    /// <summary>All of them.</summary>
    public static Seq<Law<LayerTrial>> All { get; } = Prelude.Seq(
        Shapes, Gradient, Linear, Adjoint, Batch, Purity, Determinism, Execution, Finite, Inference, Parameters, Serialisation, Chaining, Training);

    private static LawResult HasShapes(LayerTrial trial)
    {
        var (layer, input, upstream) = (trial.Layer, trial.Input, trial.Upstream);
        var result = layer.Forward(input, trial.Pass);
        if (result.Output.RowCount != upstream.RowCount || result.Output.ColumnCount != input.ColumnCount)
        {
            return LawResult.Failed($"The output is {result.Output.RowCount} × {result.Output.ColumnCount}; the layer tells {upstream.RowCount} × {input.ColumnCount}.");
        }

        var gradient = result.Pullback(upstream);
        return LawResult.All(
        [
            LawResult.Where(
                gradient.Input.RowCount == input.RowCount && gradient.Input.ColumnCount == input.ColumnCount,
                () => $"The gradient by the input is {gradient.Input.RowCount} × {gradient.Input.ColumnCount}; the input is {input.RowCount} × {input.ColumnCount}."),
            LawResult.Where(
                Sizes(gradient.Parameters).SequenceEqual(Sizes(layer.Parameters), StringComparer.Ordinal),
                () => $"The gradient by the parameters is {string.Join(", ", Sizes(gradient.Parameters))}; the parameters are {string.Join(", ", Sizes(layer.Parameters))}."),
        ]);

        static IEnumerable<string> Sizes(Parameters<double> parameters) => parameters.Entries.Map(entry => $"{entry.Name} {entry.Values.RowCount} × {entry.Values.ColumnCount}");
    }

    private static LawResult HasRightGradient(LayerTrial trial) => trial.IsSmall
        ? GradientFinding.Of(new Projection(), trial.Layer, trial.Batch, trial.Pass, trial.Options.IsSmooth)
        : LawResult.All(Enumerable.Range(0, 3).Select(direction => PullbackLaws.IsAdjoint(trial.Layer, trial.Input, trial.Key.At(direction), trial.Pass, trial.Options.IsSmooth)));

    private static LawResult IsCombination(LayerTrial trial) => LawResult.All(
    [
        BatchLaws.OutputsAreThoseOfTheSamples(trial.Layer, trial.Input),
        BatchLaws.GradientIsTheSumOverTheSamples(new Projection(), trial.Layer, trial.Batch),
    ]);

    private static LawResult ChangesNothing(LayerTrial trial)
    {
        var (layer, input, upstream) = (trial.Layer, trial.Input, trial.Upstream);
        var (ofLayer, ofInput, ofUpstream) = (Fingerprint.Of(layer), Hash(input), Hash(upstream));
        var (output, pullback) = layer.Forward(input, trial.Pass);
        var ofOutput = Hash(output);
        var gradient = pullback(upstream);
        var ofGradient = Fingerprint.Of(gradient.Parameters) + Hash(gradient.Input);
        var again = pullback(upstream * 2);
        _ = again.Input;
        return LawResult.All(
        [
            LawResult.Where(string.Equals(ofLayer, Fingerprint.Of(layer), StringComparison.Ordinal), () => "The layer's parameters or statistics were changed."),
            LawResult.Where(string.Equals(ofInput, Hash(input), StringComparison.Ordinal), () => $"The input was changed: {LayerTrial.Shown("now", input)}."),
            LawResult.Where(string.Equals(ofUpstream, Hash(upstream), StringComparison.Ordinal), () => $"The pullback changed the gradient by the output: {LayerTrial.Shown("now", upstream)}."),
            LawResult.Where(string.Equals(ofOutput, Hash(output), StringComparison.Ordinal), () => "The pullback changed the output."),
            LawResult.Where(
                string.Equals(ofGradient, Fingerprint.Of(gradient.Parameters) + Hash(gradient.Input), StringComparison.Ordinal), () => "The pullback, called again, changed a gradient that it had given before."),
        ]);
    }

    private static LawResult IsDeterministic(LayerTrial trial)
    {
        var (first, second) = (trial.Layer.Forward(trial.Input, trial.Pass), trial.Layer.Forward(trial.Input, trial.Pass));
        var (one, other, again) = (first.Pullback(trial.Upstream), second.Pullback(trial.Upstream), first.Pullback(trial.Upstream));
        return LawResult.All(
        [
            LawResult.Where(Bits.Same(first.Output, second.Output), () => $"The second time the output is another: {LayerTrial.Shown("first", first.Output)}, {LayerTrial.Shown("second", second.Output)}."),
            LawResult.Where(Bits.Same(first.Statistics, second.Statistics), () => "The second time the statistics are others."),
            LawResult.Where(Bits.Same(one.Parameters, other.Parameters) && Bits.Same(one.Input, other.Input), () => "The second time the gradients are others."),
            LawResult.Where(Bits.Same(one.Parameters, again.Parameters) && Bits.Same(one.Input, again.Input), () => "The pullback gives other bits when it is called again."),
        ]);
    }

    private static LawResult StaysFinite(LayerTrial trial)
    {
        var (rows, columns) = (trial.Case.Features, trial.Case.Samples);
        var largest = trial.Options.LargestInput;
        var extremes = new (string Name, Func<int, double> Number)[]
        {
            ("zeros", _ => 0), ("equal numbers", _ => 1), ("tiny numbers", i => (i & 1) == 0 ? 1e-300 : -1e-300),
            ("large numbers", _ => largest), ("large negative numbers", _ => -largest), ("large numbers of either sign", i => (i & 1) == 0 ? largest : -largest),
        };
        return LawResult.All(extremes.Select(extreme =>
        {
            var input = Dense.Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(extreme.Number)]);
            var (output, pullback) = trial.Layer.Forward(input, trial.Pass);
            var gradient = pullback(trial.Upstream);
            return LawResult.All(
            [
                LawResult.Where(output.Enumerate().All(double.IsFinite), () => $"For {extreme.Name} ({LayerTrial.Shown("input", input)}) the output is not finite: {LayerTrial.Shown("output", output)}."),
                LawResult.Where(
                    gradient.Parameters.AreFinite() && gradient.Input.Enumerate().All(double.IsFinite),
                    () => $"For {extreme.Name} ({LayerTrial.Shown("input", input)}) a gradient is not finite: {LayerTrial.Shown("by the input", gradient.Input)}."),
            ]);
        }));
    }

    private static LawResult SurvivesWriting(LayerTrial trial)
    {
        var back = trial.Options.RoundTrip.Match(Some: roundTrip => roundTrip(trial.Layer), None: () => FromBytes(trial.Layer));
        return LawResult.All(
        [
            LawResult.Where(Bits.Same(back.Parameters, trial.Layer.Parameters), () => "The parameters are others when they have been written and read back."),
            LawResult.Where(Bits.Same(back.Statistics, trial.Layer.Statistics), () => "The statistics are others when they have been written and read back."),
            LawResult.Where(
                Bits.Same(back.Forward(trial.Input, trial.Pass).Output, trial.Layer.Forward(trial.Input, trial.Pass).Output),
                () => "The layer gives other outputs when its parameters and statistics have been written and read back: it holds something else, too."),
        ]);
    }

    private static LawResult FoldIsSteps(LayerTrial trial)
    {
        var training = new Training(new Projection(), Optimisers.Momentum(1e-3));
        var network = new Chain<double>(trial.Layer);
        return TrainingLaws.FoldIsRepeatedStep(training, training.Start(network, trial.Key), [trial.Batch, trial.Batch, trial.Batch]);
    }

    /// <summary>The layer with parameters and statistics of zeros, given back its own from bytes.</summary>
    private static Layer<double> FromBytes(Layer<double> layer)
    {
        var other = layer.With(layer.Parameters.Zeros()).WithStatistics(layer.Statistics.Zeros());
        return other.With(Read(other.Parameters, Write(layer.Parameters))).WithStatistics(Read(other.Statistics, Write(layer.Statistics)));

        static byte[] Write(Parameters<double> parameters) => [.. parameters.Unroll().SelectMany(BitConverter.GetBytes)];

        static Parameters<double> Read(Parameters<double> shape, byte[] bytes) => shape.Entries.IsEmpty
            ? shape
            : shape.Roll(Dense.Vector([.. bytes.Chunk(sizeof(double)).Select(number => BitConverter.ToDouble(number))]));
    }

    private static string Hash(Matrix<double> values) => Fingerprint.Of(Parameters<double>.Of(new Parameter<double>("values", ParameterRole.Statistic, values)));
}
