namespace Functional.Networks.Tests.Updates;

using System;
using System.Linq;
using System.Numerics;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class PanelSumsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 9001)]
    [InlineData(31, 401)]
    [InlineData(97, 101)]
    [InlineData(4095, 3)]
    [InlineData(4096, 3)]
    [InlineData(5003, 2)]
    public void A_sum_over_panels_is_taken_in_the_documented_order(int rows, int columns)
    {
        HasOrder<double>(rows, columns);
        HasOrder<float>(rows, columns);
    }

    private static void HasOrder<T>(int rows, int columns)
        where T : struct, IFloatingPointIeee754<T>
    {
        var key = RandomKey.FromSeed((ulong)rows);
        T[] numbers = [.. Enumerable.Range(0, rows * columns).Select(i => T.CreateTruncating(key.Normal(i)))];
        var parameters = Parameters<T>.Of(
            new("0.weights", ParameterRole.Weights, Dense.Matrix(rows, columns, numbers)), new("0.bias", ParameterRole.Bias, Dense.Matrix(1, 1, new[] { T.CreateChecked(3) })));
        foreach (var padding in new[] { 1, 8 })
        {
            var layout = ParameterLayout.Of(parameters, padding);
            var plan = new UpdatePlan<T>(
                GradientTransformation.None, new(GradientTransformation.None.Start(parameters), layout), layout, layout.Load(parameters), layout.Load(parameters), Execution.Sequential);
            var sums = new PanelSums<T>(plan, plan.Update);
            for (var panel = sums.Count - 1; panel >= 0; panel--)
            {
                sums.Find(panel);
            }

            sums.Add();
            Assert.Equal([Expected(numbers, rows), 9.0], sums.Totals.ToArray());
            Assert.Equal(Expected(numbers, rows) + 9.0, sums.Total());
        }
    }

    /// <summary>Panels of max(1, ⌊4096 / rows⌋) columns, 32 chains in each, which are added by halves; the panels in double precision.</summary>
    private static double Expected<T>(T[] numbers, int rows)
        where T : struct, IFloatingPointIeee754<T>
    {
        var total = 0.0;
        foreach (var panel in numbers.Chunk(Math.Max(1, 4096 / rows) * rows))
        {
            var chains = new T[32];
            for (var i = 0; i < panel.Length; i++)
            {
                chains[i % rows % 32] = T.FusedMultiplyAdd(panel[i], panel[i], chains[i % rows % 32]);
            }

            for (var half = 16; half > 0; half /= 2)
            {
                for (var chain = 0; chain < half; chain++)
                {
                    chains[chain] += chains[chain + half];
                }
            }

            total += double.CreateChecked(chains[0]);
        }

        return total;
    }
}
