namespace Functional.Networks.Tests.Recycling;

using System;
using System.Numerics;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class AffineStageTests
{
    /// <summary>The second of two threads takes its own pieces first, the last and narrowest among them, and then those of the first, who never comes.</summary>
    [Theory]
    [InlineData(31, 26)]
    [InlineData(31, 8)]
    [InlineData(50, 97)]
    [InlineData(37, 193)]
    [InlineData(300, 146)]
    [InlineData(5, 2)]
    public void A_thread_that_does_all_pieces_alone_sums_what_is_summed_at_once(int outputs, int inputs)
    {
        foreach (var samples in new[] { 1, 2, 3, 65, 100 })
        {
            foreach (var width in new[] { VectorWidth.Widest, VectorWidth.Bits128, VectorWidth.Scalar })
            {
                Check<float>(outputs, inputs, samples, new Execution { Width = width });
                Check<double>(outputs, inputs, samples, new Execution { Width = width });
            }
        }
    }

    private static void Check<T>(int outputs, int inputs, int samples, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var lanes = execution.Lanes<T>();
        var layout = ParameterLayout.Of(Build.Affine(outputs).Initialise<T>(inputs, RandomKey.FromSeed(1)).Parameters, lanes);
        using var input = Filled(new Signal<T>(inputs, samples, lanes, hasGradients: false), 2, ofGradients: false);
        using var output = Filled(new Signal<T>(outputs, samples, lanes, hasGradients: true), 3, ofGradients: true);
        var stage = new AffineStage<T>(input, output, layout.Slots[0], layout.Slots[1], place: 0, samples);
        using var alone = new Crew<T>(0, 1, execution, 1);
        var expected = new T[layout.Length];
        stage.Sum(alone, expected, samples);

        foreach (var isInPanels in new[] { false, true })
        {
            var portions = new Portions(2);
            portions.Renew(2);
            var settled = new int[layout.Length];
            using var second = new Crew<T>(1, 2, execution, 1, portions: portions) { IsInPanels = isInPanels, Settle = (from, to) => Count(settled, from, to) };
            var sums = new T[layout.Length];
            Array.Fill(second.Scratch, T.NaN);
            stage.Sum(second, sums, samples);
            if (isInPanels)
            {
                layout.Rearrange(sums, new T[sums.Length], isBack: true);
            }

            // The sums over the samples of the bias are shared out beforehand.
            var weights = layout.Slots[0].Length;
            Assert.Equal(expected[..weights], sums[..weights]);
            Assert.All(settled[..weights], times => Assert.Equal(1, times));
        }
    }

    private static void Count(int[] times, int from, int to)
    {
        for (var place = from; place < to; place++)
        {
            times[place]++;
        }
    }

    private static Signal<T> Filled<T>(Signal<T> signal, ulong seed, bool ofGradients)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (key, numbers) = (RandomKey.FromSeed(seed), ofGradients ? signal.Gradients : signal.Values);
        for (var column = 0; column * signal.Stride < numbers.Length && (column + 1) * signal.Stride <= numbers.Length; column++)
        {
            for (var row = 0; row < signal.Rows; row++)
            {
                numbers[(column * signal.Stride) + row] = T.CreateChecked(key.Normal((column * signal.Rows) + row));
            }
        }

        return signal;
    }
}
