namespace Functional.Numerics.Tests.Lanes;

using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Numerics.Lanes;
using Xunit;

public sealed class HardwareTests
{
    [Theory]
    [InlineData(VectorWidth.Scalar, 1, 1)]
    [InlineData(VectorWidth.Bits128, 4, 2)]
    [InlineData(VectorWidth.Bits256, 8, 4)]
    [InlineData(VectorWidth.Bits512, 16, 8)]
    public void A_register_holds_its_bits_divided_by_those_of_a_number(VectorWidth width, int singles, int doubles)
    {
        Assert.Equal(singles, Hardware.Lanes<float>(width));
        Assert.Equal(doubles, Hardware.Lanes<double>(width));
        Assert.Equal(doubles, new Execution { Width = width }.Lanes<double>());
        Assert.Equal(width, Hardware.Resolve(width));
        Assert.Equal(width, new Execution { Width = width }.EffectiveWidth);
    }

    [Fact]
    public void The_widest_register_is_one_that_the_processor_has()
    {
        var widest = Hardware.Widest;
        Assert.Equal(Avx512F.IsSupported, widest == VectorWidth.Bits512);
        Assert.Equal(!Avx512F.IsSupported && Avx2.IsSupported && Fma.IsSupported, widest == VectorWidth.Bits256);
        Assert.True(widest != VectorWidth.Scalar || !Vector128.IsHardwareAccelerated || !Fma.IsSupported);
        Assert.Equal(widest, Hardware.Resolve(VectorWidth.Widest));
        Assert.Equal(widest, Execution.Sequential.EffectiveWidth);
        Assert.Equal(Hardware.Lanes<float>(widest), Hardware.Lanes<float>(VectorWidth.Widest));
    }
}
