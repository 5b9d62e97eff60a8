namespace Functional.Verification.Tests.Mutants;

using System;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>Each law beside the gradient law has a layer that it must reject.</summary>
public sealed class BrokenLawsTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(5);
    private static readonly Layer<double> Right = new Functional.Networks.Affine(4, bias: new Normal(1)).Initialise<double>(3, Key);
    private static readonly Loss Loss = new SquaredError(Reduction.Sum);
    private readonly Batch<double> batch = new(Numbers(3, 5), new ValueTargets<double>(Numbers(4, 5)));

    [Fact]
    public void Linearity_rejects_a_pullback_with_a_constant() => Fails(PullbackLaws.IsLinear(
        Backward(gradient => new(gradient.Parameters.Map((_, values) => values + 1), () => gradient.Input)), batch.Inputs, Key));

    [Fact]
    public void Purity_rejects_a_layer_that_writes_into_its_input() => Fails(PurityLaws.Of(Loss, Forward((input, _) => input.AsColumnMajorArray()[0] += 1), batch));

    [Fact]
    public void Purity_rejects_a_layer_that_changes_its_parameters()
    {
        var own = Right.With(Right.Parameters.Map((_, values) => WayBack.Change(values, (_, _, value) => value)));
        Fails(PurityLaws.Of(Loss, new Broken(own, (inner, input, pass) =>
        {
            ((Affine<double>)inner).Weights.AsColumnMajorArray()[0] += 1;
            return inner.Forward(input, pass);
        }), batch));
    }

    [Fact]
    public void Purity_rejects_a_layer_with_a_memory()
    {
        var calls = 0;
        Fails(PurityLaws.Of(Loss, new Broken(Right, (inner, input, pass) => inner.Forward(input * ++calls, pass)), batch));
    }

    [Fact]
    public void Purity_rejects_a_pullback_that_writes_into_its_argument() => Fails(PurityLaws.Of(
        Loss,
        new Broken(Right, (inner, input, pass) =>
        {
            var (output, pullback) = inner.Forward(input, pass);
            return new(output, upstream =>
            {
                var gradient = pullback(upstream);
                upstream.AsColumnMajorArray()[0] = 0;
                return gradient;
            });
        }),
        batch));

    [Fact]
    public void The_batch_law_rejects_a_layer_that_mixes_samples() => Fails(BatchLaws.OutputsAreThoseOfTheSamples(
        new Broken(Right, (inner, input, pass) => inner.Forward(WayBack.Change(input, (row, _, value) => value - input.Row(row).Average()), pass)), batch.Inputs));

    [Fact]
    public void The_batch_law_rejects_a_gradient_of_the_mean() => Fails(BatchLaws.GradientIsTheSumOverTheSamples(
        Loss, new Mutant(Right, Mutations.Named("a factor 1/m too many in the parameters' gradient")), batch));

    [Fact]
    public void The_batch_law_is_about_sums() =>
        Assert.Throws<ArgumentException>(() => BatchLaws.GradientIsTheSumOverTheSamples(new SquaredError(Reduction.MeanOverSamples), Right, batch));

    [Fact]
    public void The_execution_law_rejects_a_layer_whose_bits_depend_on_the_threads() => Fails(ExecutionLaws.Of(
        Loss, new Broken(Right, (inner, input, pass) => inner.Forward(input * (1 + (1e-15 * pass.Execution.Threads)), pass)), batch));

    [Fact]
    public void The_execution_law_rejects_a_layer_whose_bits_depend_on_the_width() => Fails(ExecutionLaws.Of(
        Loss, new Broken(Right, (inner, input, pass) => inner.Forward(pass.Execution.Width == VectorWidth.Scalar ? input * (1 + 1e-15) : input, pass)), batch));

    [Fact]
    public void The_chain_law_rejects_a_layer_that_asks_where_it_stands() => Fails(ChainLaws.HasUnits(
        new Broken(Right, (inner, input, pass) => inner.Forward(input * (1 + pass.Path.Count), pass)), batch.Inputs, Key));

    [Fact]
    public void The_parameter_law_rejects_a_layer_that_keeps_its_parameters() =>
        Fails(ParameterLaws.Of(new Broken(Right, (inner, input, pass) => inner.Forward(input, pass), broken => broken)));

    [Fact]
    public void The_training_laws_reject_a_layer_with_a_memory()
    {
        var training = new Training(Loss, Optimisers.Sgd(0.01));
        var batches = new[] { batch, batch, batch };
        Fails(TrainingLaws.StepIsPure(training, Forgetful(), batch));
        Fails(TrainingLaws.FoldIsRepeatedStep(training, Forgetful(), batches));
        Fails(TrainingLaws.CanBeResumedAnywhere(training, Forgetful(), batches));
        Fails(TrainingLaws.ObservationChangesNothing(training, Forgetful(), batches));

        TrainingState<double> Forgetful()
        {
            var calls = 0;
            return training.Start(new Broken(Right, (inner, input, pass) => inner.Forward(input * (1 + (0.1 * ++calls)), pass)), Key);
        }
    }

    [Fact]
    public void A_right_layer_passes_them_all()
    {
        var layer = Forward((_, _) => { });
        PullbackLaws.IsLinear(layer, batch.Inputs, Key).Require();
        PullbackLaws.IsAdjoint(layer, batch.Inputs, Key).Require();
        PurityLaws.Of(Loss, layer, batch).Require();
        BatchLaws.OutputsAreThoseOfTheSamples(layer, batch.Inputs).Require();
        BatchLaws.GradientIsTheSumOverTheSamples(Loss, layer, batch).Require();
        ExecutionLaws.Of(Loss, layer, batch).Require();
        ChainLaws.HasUnits(layer, batch.Inputs, Key).Require();
        ParameterLaws.Of(layer).Require();
    }

    [Fact]
    public void A_failure_that_is_required_not_to_be_throws() =>
        Assert.Contains("because", Assert.Throws<InvalidOperationException>(() => LawResult.Failed("because").Require()).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_several_results_the_first_failure_counts_before_the_first_that_says_nothing()
    {
        Assert.Equal("b", LawResult.All([LawResult.Vacuous("a"), LawResult.Failed("b"), LawResult.Failed("c")]).Message);
        Assert.Equal(Verdict.SaysNothing, LawResult.All([LawResult.Held, LawResult.Vacuous("a"), LawResult.Held]).Verdict);
        Assert.Equal(Verdict.Holds, LawResult.All([]).Verdict);
    }

    private static Broken Forward(Action<Matrix<double>, Pass> before) => new(Right, (inner, input, pass) =>
    {
        before(input, pass);
        return inner.Forward(input, pass);
    });

    private static Broken Backward(Func<LayerGradient<double>, LayerGradient<double>> change) => new(Right, (inner, input, pass) =>
    {
        var (output, pullback) = inner.Forward(input, pass);
        return new(output, upstream => change(pullback(upstream)));
    });

    private static Matrix<double> Numbers(int rows, int columns) => Dense.Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(i => Key.Normal(i))]);

    private static void Fails(LawResult result)
    {
        Assert.Equal(Verdict.Fails, result.Verdict);
        Assert.NotEmpty(result.Message);
    }
}
