namespace Functional.Networks.Tests;

using Functional.Networks.Tests.Diagnosis;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Xunit;
using static Functional.Networks.Build;

public sealed class EqualityTests
{
    /// <summary>Twice the same value, made anew, and others.</summary>
    public static TheoryData<object, object, object[]> Values => new()
    {
        { Classes(1, 0, 2), Classes(1, 0, 2), [Classes(1, 0), Classes(1, 1, 2), Classes(2, 0, 1), Classes()] },
        { Classes(), Classes(), [Classes(0)] },
        { Numbers(1, 2), Numbers(1, 2), [Numbers(1, 3), Numbers(2, 1)] },
        { Subset(3, 1), Subset(3, 1), [Subset(1, 3), Subset(3), Subset(3, 1, 1)] },
        { Formula("output * target", Reduction.Sum), Formula("output * target", Reduction.Sum), [Formula("target * output", Reduction.Sum), Formula("output * target", Reduction.MeanOverSamples)] },
        { new ExpressionActivation("x * x"), new ExpressionActivation("x * x"), [new ExpressionActivation("x + x"), new Relu()] },
        { Network(1), Network(1), [Network(2), Affine(3).Initialise<double>(2, RandomKey.FromSeed(1))] },
        { Network(1).Parameters, Network(1).Parameters, [Network(2).Parameters, Parameters<double>.None] },
        { new WeightedTargets<double>(Classes(1, 0), Weights(1, 2)), new WeightedTargets<double>(Classes(1, 0), Weights(1, 2)), [new WeightedTargets<double>(Classes(1, 0), Weights(2, 1)), Classes(1, 0)] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Equal_values_are_equal_both_ways_with_equal_hashes_and_others_are_not(object value, object same, object[] others)
    {
        Assert.True(value.Equals(same) && same.Equals(value) && value.Equals(value));
        Assert.Equal(value.GetHashCode(), same.GetHashCode());
        Assert.False(value.Equals(null));
        Assert.All(others, other => Assert.False(value.Equals(other) || other.Equals(value)));
        Assert.Contains(others, other => other.GetHashCode() != value.GetHashCode());
    }

    private static ClassTargets<double> Classes(params int[] classes) => new([.. classes]);

    private static ValueTargets<double> Numbers(params double[] values) => new(Dense.Matrix(1, values.Length, values));

    private static Vector<double> Weights(params double[] weights) => Dense.Vector(weights);

    private static SampleSubset<double> Subset(params int[] indices) => new(new Patient.Source(Patient.Clouds(10)), [.. indices]);

    private static ExpressionLoss Formula(string formula, Reduction reduction) => new(formula, reduction);

    private static Layer<double> Network(ulong seed) => Chain(Affine(3), Relu()).Initialise<double>(2, RandomKey.FromSeed(seed));
}
