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
