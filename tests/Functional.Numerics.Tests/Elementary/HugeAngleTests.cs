namespace Functional.Numerics.Tests.Elementary;

using System;
using Functional.Numerics.Elementary;
using Functional.Numerics.Tests.HighPrecision;
using Xunit;

public sealed class HugeAngleTests
{
    [Fact]
    public void Of_an_infinite_angle_nothing_is_left()
    {
        Assert.Equal(0, HugeAngle.Reduce(double.PositiveInfinity, out var head, out var low));
        Assert.Equal((double.NaN, double.NaN), (head, low));
    }

    /// <summary>Where an angle is nearly a whole number of right angles, its leading bits cancel; what is left is right to the last of the 126 bits behind the point.</summary>
    [Fact]
    public void What_is_left_near_a_whole_number_of_right_angles_has_every_bit_of_the_product()
    {
        var near = 0;
        for (var k = 5_000_000_001.0; near < 12; k += 7919)
        {
            var angle = k * (Math.PI / 2);
            var quarters = HugeAngle.Reduce(angle, out var head, out var low);
            if (Math.Abs(head) > Math.ScaleB(1, -31))
            {
                continue;
            }

            near++;
            Assert.Equal((int)((long)k & 3), quarters);
            var exact = BigFloat.From(angle) - (Exactly.Pi * BigFloat.From(k / 2));
            Assert.True(BigFloat.Abs(exact - BigFloat.From(head) - BigFloat.From(low)) <= BigFloat.From(Math.ScaleB(1, -127)), $"{angle:R}");
        }
    }
}
