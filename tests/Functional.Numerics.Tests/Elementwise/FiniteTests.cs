namespace Functional.Numerics.Tests.Elementwise;

using System;
using System.Numerics;
using Functional.Numerics.Elementwise;
using Xunit;

public sealed class FiniteTests
{
    [Fact]
    public void One_number_that_is_not_finite_is_seen_wherever_it_stands_in_single() => Check<float>();

    [Fact]
    public void One_number_that_is_not_finite_is_seen_wherever_it_stands_in_double() => Check<double>();

    [Fact]
    public void Sums_are_those_of_one_by_one_and_one_that_is_not_finite_is_seen_wherever_it_stands_in_single() => CheckAdd<float>();

    [Fact]
    public void Sums_are_those_of_one_by_one_and_one_that_is_not_finite_is_seen_wherever_it_stands_in_double() => CheckAdd<double>();

    private static void CheckAdd<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var width in Widths.All)
        {
            foreach (var length in new[] { 0, 1, 3, 4, 15, 16, 31, 32, 33, 64, 65 })
            {
                for (var place = -1; place < length; place++)
                {
                    var values = Numbers.Between<T>(length + 1, 7);
                    var addends = Numbers.Between<T>(length, 8);
                    if (place >= 0)
                    {
                        (values[place], addends[place]) = (place % 3) switch
                        {
                            0 => (T.One, T.NaN),
                            1 => (T.NegativeInfinity, T.One),
                            _ => (T.One, T.PositiveInfinity),
                        };
                    }

                    var expected = (T[])values.Clone();
                    for (var i = 0; i < length; i++)
                    {
                        expected[i] += addends[i];
                    }

                    Assert.Equal(place < 0, Finite.Add<T>(values.AsSpan(0, length), addends, width));
                    Assert.True(values.AsSpan().SequenceEqual(expected), $"{length} numbers at {width}, one not finite at {place}");
                }
            }

            var largest = T.BitDecrement(T.PositiveInfinity);
            Assert.False(Finite.Add<T>([largest], [largest], width));
            Assert.True(Finite.Add<T>([largest], [-largest], width));
            Assert.Throws<ArgumentOutOfRangeException>(() => Finite.Add<T>([T.One, T.One], [T.One], width));
        }
    }

    private static void Check<T>()
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var width in Widths.All)
        {
            foreach (var length in new[] { 0, 1, 3, 4, 15, 16, 31, 32, 63, 64, 65, 130 })
            {
                var numbers = Numbers.Between<T>(length + 1, 7);
                numbers[^1] = T.NaN;
                var own = numbers.AsSpan(0, length);
                Assert.True(Finite.All<T>(own, width));
                for (var place = 0; place < length; place++)
                {
                    foreach (var odd in new[] { T.NaN, T.PositiveInfinity, T.NegativeInfinity })
                    {
                        var kept = own[place];
                        own[place] = odd;
                        Assert.False(Finite.All<T>(own, width), $"{odd} at {place} of {length} at {width}");
                        own[place] = kept;
                    }
                }
            }

            var largest = T.CreateSaturating(double.MaxValue);
            largest = T.IsFinite(largest) ? largest : T.CreateChecked(float.MaxValue);
            Assert.True(Finite.All<T>([largest, -largest, T.Epsilon, T.Zero, T.NegativeZero], width));
        }
    }
}
