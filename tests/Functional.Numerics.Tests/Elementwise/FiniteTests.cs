namespace Functional.Numerics.Tests.Elementwise;

using System;
using System.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
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

                    Check(values, addends, factor: T.One, place, Finite.Add<T>, width);

                    // A product that is rounded before it is added: no fused multiply-add.
                    var factor = T.CreateChecked(-0.3);
                    Check(values, addends, factor, place, (sums, own, lanes) => Finite.Add(new Scale<T>(factor), sums, own, lanes), width);
                }
            }

            var largest = T.BitDecrement(T.PositiveInfinity);
            Assert.False(Finite.Add<T>([largest], [largest], width));
            Assert.True(Finite.Add<T>([largest], [-largest], width));
            Assert.Throws<ArgumentOutOfRangeException>(() => Finite.Add<T>([T.One, T.One], [T.One], width));
            Assert.Throws<ArgumentOutOfRangeException>(() => Finite.Add<T>([T.One, T.One], [T.One, T.One], [T.One], width));
            T[] addend = [largest];
            Assert.False(Finite.Add<T>([largest], addend, addend, width));
            Assert.Equal([T.PositiveInfinity], addend);
        }
    }

    private delegate bool Addition<T>(Span<T> values, ReadOnlySpan<T> addends, VectorWidth width);

    private static void Check<T>(T[] values, T[] addends, T factor, int place, Addition<T> add, VectorWidth width)
        where T : struct, IFloatingPointIeee754<T>
    {
        var aside = new T[addends.Length];
        Assert.Equal(place < 0, Finite.Add(new Scale<T>(factor), values.AsSpan(0, addends.Length), addends, aside, width));
        var sums = (T[])values.Clone();
        Assert.Equal(place < 0, add(sums.AsSpan(0, addends.Length), addends, width));
        for (var i = 0; i < values.Length; i++)
        {
            var product = i < addends.Length ? factor * addends[i] : -T.Zero;
            Assert.True(i >= aside.Length || aside[i].Equals(values[i] + product), $"{i} of {addends.Length} numbers aside at {width}");
            Assert.True(sums[i].Equals(values[i] + product), $"{i} of {addends.Length} numbers at {width}, one not finite at {place}");
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
