namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using static Functional.Networks.Build;

/// <summary>The 2-2-2 sigmoid network that is worked by hand (M. Mazur, "A step by step backpropagation example", 2015); its biases stay as they are.</summary>
internal static class WorkedExample
{
    public static readonly Layer<double> Network = new Chain<double>(
        new Affine<double>(Dense.Matrix(2, 2, [.15, .25, .20, .30]), Dense.Vector([.35, .35])), new Activated<double>(Sigmoid()),
        new Affine<double>(Dense.Matrix(2, 2, [.40, .50, .45, .55]), Dense.Vector([.60, .60])), new Activated<double>(Sigmoid()));

    public static readonly Batch<double> Sample = new(Dense.Matrix(2, 1, [.05, .10]), new ValueTargets<double>(Dense.Matrix(2, 1, [.01, .99])));
    public static readonly Training Training = new(new SquaredError(Reduction.Sum, half: true), Optimisers.Sgd(.5).Then(new Freeze(ParameterChoice.Weights.Complement())));

    /// <summary>All values of the way forward and back: two affine layers and two sigmoids.</summary>
    public static Seq<TracedLayer<double>> Passes(Layer<double> network) => Trace.Of(Training.Objective.Loss, network, Sample);

    /// <summary>The network after each step.</summary>
    public static IEnumerable<Layer<double>> Steps() => Training.Course(Network, Enumerable.Repeat(Sample, 10_000)).Select(step => step.Network);

    public static void Run(ExampleContext context)
    {
        context.Say($"The inputs are (0.05, 0.1), the targets (0.01, 0.99); E is half the squared error.");
        context.Title("Forward: z = W·x + b, a = σ(z) = 1/(1 + e⁻ᶻ)");
        context.Formulas(Forward(Passes(Network)));
        context.Title("Backward: δ = ∂E/∂z, ∂E/∂w = δ·x, where x is what w multiplies");
        context.Formulas(Backward(Passes(Network)));
        context.Title("Steps: w ← w − 0.5·∂E/∂w");
        var shown = context.Quick ? [1, 100] : new[] { 1, 10, 100, 1_000, 10_000 };
        var networks = Steps().Select((network, i) => (Step: i + 1, Network: network)).Where(at => shown.Contains(at.Step)).Take(shown.Length).Prepend((Step: 0, Network));
        context.Table([new("step", 6), new("E", 21), new("output 1", 18), new("output 2", 18), new("w5", 18)], networks.Select(at => Row.Of(
            $"{at.Step:N0}", $"{Training.Objective.Value(at.Network, Sample, Pass.Inference())}", $"{at.Network.Predict(Sample.Inputs)[0, 0]}", $"{at.Network.Predict(Sample.Inputs)[1, 0]}", $"{at.Network.Parameters["2.weights"][0, 0]}")));
    }

    private static IEnumerable<FormattableString> Forward(Seq<TracedLayer<double>> trace) =>
        from at in new[] { (Unit: 'h', Affine: trace[0], X: Sample.Inputs, A: trace[1].Output), (Unit: 'o', Affine: trace[2], X: trace[1].Output, A: trace[3].Output) }
        let w = at.Affine.Layer.Parameters["weights"]
        from i in Enumerable.Range(0, 2)
        from line in new FormattableString[]
        {
            $"z({at.Unit}{i + 1}) = {w[i, 0]:0.#####}·{at.X[0, 0]:0.#####} + {w[i, 1]:0.#####}·{at.X[1, 0]:0.#####} + {at.Affine.Layer.Parameters["bias"][i, 0]} = {at.Affine.Output[i, 0]}",
            $"a({at.Unit}{i + 1}) = σ({at.Affine.Output[i, 0]:0.#####}) = {at.A[i, 0]}",
        }
        select line;

    private static IEnumerable<FormattableString> Backward(Seq<TracedLayer<double>> trace) =>
        from at in new[] { (Unit: 'o', Affine: trace[2], X: trace[1].Output, A: trace[3], Weight: 5), (Unit: 'h', Affine: trace[0], X: Sample.Inputs, A: trace[1], Weight: 1) }
        from i in Enumerable.Range(0, 2)
        let unit = (A: at.A.Output[i, 0], Delta: at.Affine.OutputGradient[i, 0])
        from line in new FormattableString[] { $"∂E/∂a({at.Unit}{i + 1}) = {at.A.OutputGradient[i, 0]}", $"δ({at.Unit}{i + 1}) = ∂E/∂a·a·(1 − a) = {at.A.OutputGradient[i, 0]:0.######}·{unit.A:0.######}·{1 - unit.A:0.######} = {unit.Delta}" }
            .Concat(Enumerable.Range(0, 2).Select(j => (FormattableString)$"∂E/∂w{at.Weight + (2 * i) + j} = δ({at.Unit}{i + 1})·x = {unit.Delta:0.######}·{at.X[j, 0]:0.######} = {at.Affine.ParameterGradient["weights"][i, j]}"))
        select line;
}
