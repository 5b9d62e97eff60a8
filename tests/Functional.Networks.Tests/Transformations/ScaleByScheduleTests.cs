namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class ScaleByScheduleTests
{
    [Fact]
    public void A_factor_that_follows_a_schedule_makes_the_steps_of_a_rate_that_is_the_product()
    {
        var schedule = new Piecewise(0.5, (2, 0.25), (3, 2));
        var plain = Steps(new Chained(Prelude.Seq<GradientTransformation>(new ScaleBySchedule(schedule), new ScaleByRate(0.5))));
        Assert.Equal(Steps(new ScaleByRate(new Piecewise(0.25, (2, 0.125), (3, 1)))), plain);
        Assert.NotEqual(plain, Steps(new Chained(Prelude.Seq<GradientTransformation>(new ScaleBySchedule(0.5), new ScaleByRate(0.5)))));
    }

    private static string[] Steps(GradientTransformation optimiser)
    {
        var training = new Networks.Training(new SquaredError(), optimiser);
        var start = training.Start(Build.Affine(2).Initialise<double>(3, RandomKey.FromSeed(1)), RandomKey.FromSeed(2));
        var key = RandomKey.FromSeed(3);
        var batch = new Batch<double>(
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(3, 4, (row, column) => key.Normal((4 * row) + column)),
            new ValueTargets<double>(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 4, (row, column) => key.Normal(100 + (4 * row) + column))));
        return [.. training.Trajectory(start, Enumerable.Repeat(batch, 5)).Select(step => step.Match(advance => Fingerprint.Of(advance.State.Network.Parameters), _ => throw new InvalidOperationException()))];
    }
}
