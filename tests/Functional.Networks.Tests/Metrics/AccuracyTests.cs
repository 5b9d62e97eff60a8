namespace Functional.Networks.Tests.Metrics;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using Functional.Numerics;
using Xunit;

public sealed class AccuracyTests
{
    [Property]
    public bool The_place_of_the_largest_number_is_the_first_of_equals(NonEmptyArray<short> numbers)
    {
        var values = numbers.Get.Select(number => (double)(number % 4)).ToArray();
        return Accuracy.ArgMax<double>(values) == Array.IndexOf(values, values.Max());
    }

    [Fact]
    public void What_is_not_a_number_is_never_the_largest()
    {
        const double NaN = double.NaN;
        Assert.Equal(1, Accuracy.ArgMax<double>([NaN, -3, -4]));
        Assert.Equal(3, Accuracy.ArgMax<double>([1, NaN, 0, 2, NaN]));
        Assert.Equal(0, Accuracy.ArgMax<double>([NaN, NaN]));
        Assert.Equal(2, Accuracy.ArgMax<double>([NaN, double.NegativeInfinity, double.PositiveInfinity]));
    }

    [Fact]
    public void Samples_with_their_largest_output_at_their_class_are_counted()
    {
        var outputs = Dense.Matrix(3, 4, [1.0, 2, 0, 5, 4, 4, 0, 0, 0, -1, -3, -2]);
        Assert.Equal(3, Accuracy.CountCorrect(outputs, new ClassTargets<double>([1, 0, 0, 2])));
        Assert.Equal(0, Accuracy.CountCorrect(outputs, new ClassTargets<double>([0, 1, 1, 2])));
        Assert.Contains("3 × 4", Assert.Throws<ArgumentException>(() => Accuracy.CountCorrect(outputs, new ClassTargets<double>([1]))).Message, StringComparison.Ordinal);
    }
}
