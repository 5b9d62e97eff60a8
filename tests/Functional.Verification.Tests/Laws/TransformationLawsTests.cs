namespace Functional.Verification.Tests.Laws;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class TransformationLawsTests
{
    private static readonly Func<Schedule, GradientTransformation>[] Named =
    [
        rate => Optimisers.Sgd(rate),
        rate => Optimisers.Momentum(rate),
        rate => Optimisers.Nesterov(rate),
        rate => Optimisers.AdaGrad(rate),
        rate => Optimisers.RmsProp(rate),
        rate => Optimisers.CentredRmsProp(rate),
        rate => Optimisers.Adam(rate),
        rate => Optimisers.AmsGrad(rate),
        rate => Optimisers.AdamW(rate, 0.1),
        rate => Optimisers.NAdam(rate),
        rate => Optimisers.AdaMax(rate),
        rate => Optimisers.Lion(rate, 0.1),
        rate => Optimisers.Lamb(rate, 0.1),
    ];

    public static TheoryData<int> Optimiser => [.. Enumerable.Range(0, Named.Length)];

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property Chaining_is_associative_with_a_unit(NetworkCase network, GradientTransformation a, GradientTransformation b, GradientTransformation c)
    {
        var (parameters, gradients) = Material(network);
        return TransformationLaws.ChainingIsAssociativeWithUnit((first, next) => first.Then(next), (a, b, c), parameters, gradients).ToProperty();
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Generators)])]
    public Property A_chain_is_its_parts_in_order(NetworkCase network, GradientTransformation a, GradientTransformation b, GradientTransformation c)
    {
        var (parameters, gradients) = Material(network);
        return TransformationLaws.ChainIsItsPartsInOrder(a.Then(b).Then(c), Prelude.Seq(a, b, c), parameters, gradients).ToProperty();
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Generators)])]
    public Property A_zero_rate_behind_any_transformation_leaves_the_parameters(NetworkCase network, GradientTransformation before)
    {
        var (parameters, gradients) = Material(network);
        return TransformationLaws.ZeroRateLeavesParameters(rate => before.Then(new ScaleByRate(rate)), parameters, gradients).ToProperty();
    }

    [Theory]
    [MemberData(nameof(Optimiser))]
    public void A_zero_rate_leaves_the_parameters_of_every_optimiser(int optimiser)
    {
        var (parameters, gradients) = Material(Case(new SquaredError()));
        TransformationLaws.ZeroRateLeavesParameters(Named[optimiser], parameters, gradients).Require();
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Gathering_over_k_steps_is_one_batch_of_k_fold_size(NetworkCase network, byte count)
    {
        var own = network with { Loss = Mean(network.Loss), IsWeighted = false };
        var batches = Enumerable.Range(0, 1 + (count % 4)).Select(own.Batch<double>).ToArray();
        var optimiser = new Momentum().Then(new ScaleByRate(0.01));
        return TransformationLaws.AccumulationIsOneLargeBatch(own.Loss, new Accumulate(batches.Length, optimiser), optimiser, own.Network<double>(), batches).ToProperty();
    }

    [Fact]
    public void The_chain_laws_reject_a_chain_in_another_order()
    {
        var (parameters, gradients) = Material(Case(new SquaredError()));
        GradientTransformation a = new Momentum(), b = new ClipByValue(0.3), c = new ScaleByAdam();
        Fails(TransformationLaws.ChainIsItsPartsInOrder(b.Then(a).Then(c), Prelude.Seq(a, b, c), parameters, gradients));
        Fails(TransformationLaws.ChainingIsAssociativeWithUnit((first, next) => first.Then(next).Then(first), (a, b, c), parameters, gradients));
        Fails(TransformationLaws.ChainingIsAssociativeWithUnit((first, next) => first == GradientTransformation.None ? first : first.Then(next), (a, b, c), parameters, gradients));
    }

    [Fact]
    public void The_law_of_the_zero_rate_rejects_what_moves_parameters_behind_it()
    {
        var (parameters, gradients) = Material(Case(new SquaredError()));
        Fails(TransformationLaws.ZeroRateLeavesParameters(rate => new ScaleByRate(rate).Then(new AddDecayedWeights(0.1)), parameters, gradients));
        Fails(TransformationLaws.ZeroRateLeavesParameters(_ => Optimisers.Sgd(1e-3), parameters, gradients));
    }

    [Fact]
    public void The_law_of_gathering_rejects_sums_and_the_wrong_count()
    {
        var optimiser = Optimisers.Sgd(0.01);
        Fails(Gathered(new SquaredError(Reduction.Sum), new Accumulate(3, optimiser)));
        Fails(Gathered(new SquaredError(), new Accumulate(2, optimiser)));
        Fails(Gathered(new SquaredError(), optimiser));

        LawResult Gathered(Loss loss, GradientTransformation gathering)
        {
            var network = Case(loss);
            return TransformationLaws.AccumulationIsOneLargeBatch(loss, gathering, optimiser, network.Network<double>(), [network.Batch<double>(0), network.Batch<double>(1), network.Batch<double>(2)]);
        }
    }

    private static NetworkCase Case(Loss loss) =>
        new(new Chain(new Networks.Affine(5), new Tanh(), new Networks.Affine(2)), 7, loss, Seq<Penalty>.Empty, 4, TargetKind.Values, 3);

    private static Loss Mean(Loss loss) => loss switch
    {
        SoftmaxCrossEntropy => new SoftmaxCrossEntropy(),
        SigmoidCrossEntropy => new SigmoidCrossEntropy(Reduction.MeanOverSamples),
        AbsoluteError => new AbsoluteError(Reduction.MeanOverSamples),
        Huber huber => new Huber(huber.Delta, Reduction.MeanOverSamples),
        SquaredError squared => new SquaredError(Reduction.MeanOverElements, squared.Half),
        _ => new SquaredError(),
    };

    private static (Parameters<double> Parameters, IReadOnlyList<Parameters<double>> Gradients) Material(NetworkCase network)
    {
        var parameters = network.Network<double>().Parameters;
        var key = RandomKey.FromSeed(network.Seed).For("gradients");
        return (parameters, [.. Enumerable.Range(0, 5).Select(step => Numbers(parameters, key.At(step)))]);
    }

    private static Parameters<double> Numbers(Parameters<double> shape, RandomKey key)
    {
        var place = 0;
        return shape.Map((_, values) => Dense.Matrix(values.RowCount, values.ColumnCount, [.. Enumerable.Range(0, values.RowCount * values.ColumnCount).Select(_ => key.Normal(place++))]));
    }

    private static void Fails(LawResult result)
    {
        Assert.Equal(Verdict.Fails, result.Verdict);
        Assert.NotEmpty(result.Message);
    }
}
