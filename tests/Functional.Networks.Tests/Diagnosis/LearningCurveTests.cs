namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;
using static Functional.Networks.Build;

public sealed class LearningCurveTests
{
    private static readonly Networks.Training Training = new(new SoftmaxCrossEntropy(), Optimisers.Adam(0.01));

    [Fact]
    public void With_more_samples_both_losses_come_closer()
    {
        var points = Curve(200, 10, 40, 300).Select(Right).ToArray();
        Assert.Equal([10, 40, 300], points.Select(point => point.Samples));
        Assert.Equal([10, 40, 300], points.Select(point => point.Training.Samples));
        Assert.All(points, point => Assert.Equal(150, point.Validation.Samples));
        var gaps = points.Select(point => point.Validation.Loss - point.Training.Loss).ToArray();
        Assert.True(gaps[0] > gaps[1] && gaps[1] > gaps[2], string.Join(' ', gaps));
        Assert.True(points[2].Validation.Loss < points[0].Validation.Loss);
    }

    [Fact]
    public void Each_point_is_a_training_of_its_own_on_the_beginning_of_one_order()
    {
        var point = Right(Curve(30, 10, 40).Last());
        var part = new SampleSubset<double>(new Patient.Source(Patient.Clouds(300)), Patient.Key.For("learning curve").Permutation(300)[..40]);
        var state = Right(Training.Fold(Training.Start(Network, Patient.Key), part, new MiniBatch(10), 30));
        Assert.Equal(Evaluation<double>.Of(state.Network, new SoftmaxCrossEntropy(), part), point.Training);
        Assert.Equal(point, Right(Curve(30, 40).Single()));
    }

    [Fact]
    public void Sizes_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve(1, 301));
        Assert.Throws<ArgumentOutOfRangeException>(() => Curve(-1, 10));
    }

    private static Layer<double> Network => Chain(Affine(16), Tanh(), Affine(3)).Initialise<double>(8, Patient.Key);

    private static System.Collections.Generic.IEnumerable<Either<Divergence, LearningCurvePoint<double>>> Curve(long steps, params int[] sizes) => LearningCurve.Of(
        Training, Network, Patient.Key, new Patient.Source(Patient.Clouds(300)), new Patient.Source(Patient.Clouds(150, "validation")), new MiniBatch(10), steps, new Seq<int>(sizes));

    private static TRight Right<TRight>(Either<Divergence, TRight> either) => either.IfLeft(divergence => throw new InvalidOperationException(divergence.Message));
}
