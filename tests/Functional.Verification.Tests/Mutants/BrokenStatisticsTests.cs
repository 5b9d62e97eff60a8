namespace Functional.Verification.Tests.Mutants;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

/// <summary>The laws of statistics, of dropout and of inference, each with layers that they must reject.</summary>
public sealed class BrokenStatisticsTests
{
    private const double Momentum = 0.3;
    private const double Rate = 0.3;
    private const int Draws = 2000;

    private static readonly RandomKey Key = RandomKey.FromSeed(6);
    private static readonly BatchNormalisation<double> Batch = new(Vector(3, 1), Vector(3, 2), Vector(3, 3), Vector(3, 4).PointwiseAbs(), Momentum);
    private static readonly Layer<double> Dropout = new Dropout<double>(Rate);
    private static readonly Matrix<double> Input = Dense.Matrix(3, 7, Vector(21, 5).ToArray());

    [Property(MaxTest = 200)]
    public Property Running_statistics_follow_the_batch(PositiveInt features, PositiveInt samples, byte share, int seed)
    {
        var (rows, columns, momentum) = ((features.Get % 40) + 1, (samples.Get % 300) + 1, share / 255.0);
        var layer = new BatchNormalisation<double>(Vector(rows, 1), Vector(rows, 2), Vector(rows, 3), Vector(rows, 4).PointwiseAbs(), momentum);
        return StatisticsLaws.FollowTheBatch(layer, momentum, Dense.Matrix(rows, columns, Vector(rows * columns, seed).ToArray())).ToProperty();
    }

    [Fact]
    public void The_law_of_statistics_rejects_the_biased_variance() => Fails(Gathering((layer, next) =>
        next.Map((entry, values) => string.Equals(entry.Name, "variance", StringComparison.Ordinal) ? ((1 - Momentum) * layer.Statistics["variance"]) + ((values - ((1 - Momentum) * layer.Statistics["variance"])) * 6 / 7) : values)));

    [Fact]
    public void The_law_of_statistics_rejects_a_momentum_the_other_way_round() => Fails(Gathering((layer, next) =>
        next.Zip(layer.Statistics, (went, was) => (((went - ((1 - Momentum) * was)) / Momentum) * (1 - Momentum)) + (Momentum * was))));

    [Fact]
    public void The_law_of_statistics_rejects_statistics_that_stay() => Fails(Gathering((layer, _) => layer.Statistics));

    [Fact]
    public void The_law_of_statistics_rejects_statistics_that_are_not_handed_on() => Fails(Gathering((_, _) => Parameters<double>.None));

    [Fact]
    public void The_law_of_statistics_rejects_the_last_batch_alone() => Fails(Gathering((layer, next) =>
        next.Zip(layer.Statistics, (went, was) => (went - ((1 - Momentum) * was)) / Momentum)));

    [Fact]
    public void The_law_of_statistics_rejects_statistics_that_go_on_in_inference() => Fails(StatisticsLaws.FollowTheBatch(
        new Broken(Batch, (inner, input, _) => inner.Forward(input, Pass.Training(Key))), Momentum, Input));

    [Fact]
    public void The_laws_of_dropout_hold_for_it()
    {
        DropoutLaws.ExpectationIsTheInput(Dropout, Rate, Input, Key, Draws).Require();
        DropoutLaws.DropsTheFraction(Dropout, Rate, Input, Key, Draws).Require();
        DropoutLaws.ExpectationIsTheInput(new Dropout<double>(0), 0, Input, Key, 3).Require();
    }

    [Fact]
    public void The_law_of_the_expectation_rejects_dropout_that_does_not_scale() => Fails(DropoutLaws.ExpectationIsTheInput(
        new Broken(Dropout, (inner, input, pass) => pass is TrainingPass ? inner.Forward(input * (1 - Rate), pass) : inner.Forward(input, pass)), Rate, Input, Key, Draws));

    [Fact]
    public void The_law_of_the_expectation_rejects_dropout_that_scales_in_inference() => Fails(DropoutLaws.ExpectationIsTheInput(
        new Broken(Dropout, (inner, input, pass) => pass is TrainingPass ? inner.Forward(input, pass) : inner.Forward(input * (1 - Rate), pass)), Rate, Input, Key, Draws));

    [Fact]
    public void The_law_of_the_expectation_rejects_a_mask_that_is_the_same_for_every_key() => Fails(DropoutLaws.ExpectationIsTheInput(
        new Broken(Dropout, (inner, input, pass) => inner.Forward(input, pass is TrainingPass ? Pass.Training(Key) : pass)), Rate, Input, Key, Draws));

    [Fact]
    public void The_law_of_the_fraction_rejects_dropout_of_the_fraction_kept() =>
        Fails(DropoutLaws.DropsTheFraction(new Dropout<double>(1 - Rate), Rate, Input, Key, Draws));

    [Fact]
    public void The_law_of_inference_rejects_a_layer_that_draws() => Fails(InferenceLaws.IgnoresTraining(
        Counting((inner, input, _, calls) => inner.Forward(input, Pass.Training(Key.At(calls)))), Input, Key));

    [Fact]
    public void The_law_of_inference_rejects_a_layer_that_remembers_training()
    {
        var seen = 0;
        Fails(InferenceLaws.IgnoresTraining(
            new Broken(Dropout, (inner, input, pass) => inner.Forward(input + (pass is TrainingPass ? ++seen : seen), pass)), Input, Key));
    }

    [Fact]
    public void The_law_of_inference_rejects_statistics_that_go_on() => Fails(InferenceLaws.IgnoresTraining(
        new Broken(Batch, (inner, input, pass) => inner.Forward(input, pass) with { Statistics = inner.Statistics }), Input, Key));

    [Fact]
    public void The_law_of_parameters_rejects_a_layer_that_forgets_its_statistics() => Fails(ParameterLaws.Of(
        new Broken(Batch, (inner, input, pass) => inner.Forward(input, pass), _ => new BatchNormalisation<double>(Vector(3, 1) * 0, Vector(3, 1) * 0, Vector(3, 9), Vector(3, 8)))));

    [Fact]
    public void The_law_of_purity_rejects_a_layer_that_writes_into_its_statistics()
    {
        var own = Batch.WithStatistics(Batch.Statistics.Map((_, values) => WayBack.Change(values, (_, _, value) => value)));
        Fails(PurityLaws.Of(new SquaredError(), new Broken(own, (inner, input, pass) =>
        {
            ((BatchNormalisation<double>)inner).Mean.AsArray()[0] += 1;
            return inner.Forward(input, pass);
        }), new Batch<double>(Input, new ValueTargets<double>(Input))));
    }

    private static LawResult Gathering(Func<Layer<double>, Parameters<double>, Parameters<double>> change) => StatisticsLaws.FollowTheBatch(
        new Broken(Batch, (inner, input, pass) =>
        {
            var result = inner.Forward(input, pass);
            return result with { Statistics = pass is TrainingPass ? change(inner, result.Statistics) : result.Statistics };
        }),
        Momentum,
        Input);

    private static Broken Counting(Func<Layer<double>, Matrix<double>, Pass, int, ForwardResult<double>> run)
    {
        var calls = 0;
        return new(Dropout, (inner, input, pass) => run(inner, input, pass, ++calls));
    }

    private static Vector<double> Vector(int length, int seed) => Dense.Vector([.. Enumerable.Range(0, length).Select(i => Key.At(seed).Normal(i))]);

    private static void Fails(LawResult result)
    {
        Assert.Equal(Verdict.Fails, result.Verdict);
        Assert.NotEmpty(result.Message);
    }
}
