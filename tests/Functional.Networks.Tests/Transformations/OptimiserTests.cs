namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public sealed class OptimiserTests
{
    public static TheoryData<string> Golden => [.. GoldenFile.Read("optimizers").GetProperty("optimizers").GetProperty("trajectories").EnumerateObject().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Golden))]
    public void Ten_steps_equal_those_of_PyTorch(string name)
    {
        var optimiser = name.Split(' ')[0] switch
        {
            "sgd" when name.Contains("l2", StringComparison.Ordinal) => new AddDecayedWeights(0.01).Then(Optimisers.Sgd(0.1)),
            "sgd" => Optimisers.Sgd(0.1),
            "momentum" => Optimisers.Momentum(0.1, 0.9),
            "nesterov" => Optimisers.Nesterov(0.1, 0.9),
            "adagrad" => Optimisers.AdaGrad(0.1),
            "rmsprop" => Optimisers.RmsProp(0.01),
            "adam" => Optimisers.Adam(0.001),
            "adamw" => Optimisers.AdamW(0.001, 0.01),
            "nadam" => Optimisers.NAdam(0.002),
            "adamax" => Optimisers.AdaMax(0.002),
            _ => throw new ArgumentException("There is no such optimiser.", nameof(name)),
        };
        var file = GoldenFile.Read("optimizers").GetProperty("optimizers");
        var parameters = Of(GoldenFile.Numbers(file.GetProperty("initial")));
        var state = optimiser.Start(parameters);
        foreach (var (gradient, expected) in file.GetProperty("gradients").EnumerateArray().Zip(file.GetProperty("trajectories").GetProperty(name).EnumerateArray()))
        {
            (var update, state) = optimiser.Step(Of(GoldenFile.Numbers(gradient)), state, parameters);
            parameters = parameters.Zip(update, (value, change) => value + change);
            foreach (var (value, golden) in parameters.Unroll().Zip(GoldenFile.Numbers(expected)))
            {
                Assert.Equal(golden, value, 1e-12);
            }
        }

        Assert.Equal(10, state.Steps);
    }

    [Fact]
    public void There_are_ten_golden_trajectories() => Assert.Equal(10, Golden.Count);

    [Fact]
    public void Chaining_transformations_is_associative_and_the_empty_chain_changes_nothing()
    {
        GradientTransformation a = new Momentum(0.5), b = new ScaleByAdam(), c = new ScaleByRate(0.1);
        var parameters = Of([1.0, -2, 3]);
        Assert.Equal(Run(a.Then(b).Then(c)), Run(a.Then(b.Then(c))));
        Assert.Equal(Run(a), Run(new Chained(Seq<GradientTransformation>.Empty).Then(a)));
        Assert.Equal(a.Then(b).Then(c), a.Then(b.Then(c)));
        Assert.Equal(a, GradientTransformation.None.Then(a));
        Assert.Equal(a, a.Then(GradientTransformation.None));

        Parameters<double> Run(GradientTransformation optimiser)
        {
            var state = optimiser.Start(parameters);
            var total = parameters;
            for (var step = 1; step <= 4; step++)
            {
                (var update, state) = optimiser.Step(Of([0.1 * step, -0.2, 1.0 / step]), state, total);
                total = total.Zip(update, (value, change) => value + change);
            }

            return total;
        }
    }

    [Fact]
    public void The_schedule_sees_the_number_of_steps_done()
    {
        var optimiser = Optimisers.Sgd(new InverseTimeDecay(1, 1));
        var state = optimiser.Start(Of([0.0]));
        foreach (var expected in new[] { -1.0, -0.5, -1.0 / 3 })
        {
            (var update, state) = optimiser.Step(Of([1.0]), state, Of([0.0]));
            Assert.Equal(expected, update.Unroll()[0]);
        }
    }

    [Fact]
    public void A_state_of_another_transformation_is_refused()
    {
        var parameters = Of([1.0]);
        Assert.Contains("ScaleByAdam keeps 2 moments", Assert.Throws<ArgumentException>(() => new ScaleByAdam().Step(parameters, new Momentum().Start(parameters), parameters)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Momentum(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScaleByAdam(epsilon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Optimisers.Sgd(double.NaN));
    }

    private static Parameters<double> Of(double[] values) => Parameters<double>.Of(new Parameter<double>("p", ParameterRole.Weights, Dense.Matrix(values.Length, 1, values)));
}
