namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

public sealed class SingleAccuracyTests(ITestOutputHelper output)
{
    private const int BlockLength = 1 << 13;

    /// <summary>A prime step through the 2³² bit patterns.</summary>
    private const uint Step = 10_007;

    [Fact]
    public void Exp_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Exp);

    [Fact]
    public void ExpM1_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.ExpM1);

    [Fact]
    public void Log_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Log);

    [Fact]
    public void Log1P_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Log1P);

    [Fact]
    public void Tanh_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Tanh);

    [Fact]
    public void Sigmoid_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Sigmoid);

    [Fact]
    public void Softplus_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Softplus);

    [Fact]
    public void Erf_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Erf);

    [Fact]
    public void Sin_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Sin);

    [Fact]
    public void Cos_stays_within_two_ulp_in_single() => AssertAccurate(ElementaryFunction.Cos);

    [ExhaustiveTheory]
    [MemberData(nameof(ElementaryFunction.Names), MemberType = typeof(ElementaryFunction))]
    public void Every_single_there_is_stays_within_two_ulp(string name)
    {
        var (worst, where) = WorstOfAll(ElementaryFunction.Named(name));
        output.WriteLine($"{name,-9} every single {worst:F4} ulp at {where:R} (0x{BitConverter.SingleToUInt32Bits(where):X8})");
        Assert.True(worst <= 2.0, $"{name}({where:R}) is {worst:F4} ulp away.");
    }

    private static (double Error, float Where) WorstOfAll(ElementaryFunction function)
    {
        const int Blocks = (int)((1UL << 32) / BlockLength);
        var gate = new Lock();
        var worst = (Error: -1.0, Where: 0.0f);
        Parallel.For(0, Blocks, block =>
        {
            var x = new float[BlockLength];
            for (var i = 0; i < BlockLength; i++)
            {
                x[i] = BitConverter.UInt32BitsToSingle(((uint)block * BlockLength) + (uint)i);
            }

            var found = Worst(function, x);
            lock (gate)
            {
                // Equal errors are told apart by their bits, so that the table does not depend on the threads' order.
                if (found.Error > worst.Error
                    || (found.Error == worst.Error && BitConverter.SingleToUInt32Bits(found.Where) < BitConverter.SingleToUInt32Bits(worst.Where)))
                {
                    worst = found;
                }
            }
        });
        return worst;
    }

    private static (double Error, float Where) Worst(ElementaryFunction function, ReadOnlySpan<float> x)
    {
        var y = new float[x.Length];
        function.Map(x, y, Execution.Sequential);
        var (worst, where) = (-1.0, 0.0f);
        for (var i = 0; i < x.Length; i++)
        {
            var error = Ulps.OfSingle(y[i], function.Reference(x[i]));
            if (error > worst)
            {
                (worst, where) = (error, x[i]);
            }
        }

        return (worst, where);
    }

    private static IEnumerable<float> Sample(ElementaryFunction function)
    {
        for (ulong bits = 0; bits < 1UL << 32; bits += Step)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }

        foreach (var x in Arguments.SpecialSingles.Concat(Arguments.Singles(function.HardPlaces, 20_000, seed: 21)))
        {
            yield return x;
        }
    }

    private void AssertAccurate(ElementaryFunction function)
    {
        var (worst, where) = Worst(function, Sample(function).ToArray());
        output.WriteLine($"{function.Name,-9} single {worst:F3} ulp at {where:R}");
        Assert.True(worst <= 2.0, $"{function.Name}({where:R}) is {worst:F3} ulp away.");
    }
}
