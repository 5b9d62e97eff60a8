namespace Functional.Benchmarks.Updates;

using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Workloads;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>Measures an optimiser's step as the fold takes it, on one thread, in turn with a copy that moves as many bytes as the step must.</summary>
internal static class UpdateBenchmark
{
    private const int WarmUp = 3;

    /// <summary>Measures a step for a square matrix of weights and its bias.</summary>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="precision">The element.</param>
    /// <param name="side">The matrix's rows and columns.</param>
    /// <param name="rounds">How often.</param>
    public static UpdateMeasurement Measure<T>(MeasuredOptimiser optimiser, Precision precision, int side, int rounds)
        where T : struct, IFloatingPointIeee754<T>
    {
        var (values, update, layout) = Material<T>(side);
        var pristine = update.ToArray();
        var moments = new MomentStore<T>(optimiser.Transformation.Start(layout.Store(values)), layout);
        var plan = new UpdatePlan<T>(optimiser.Transformation, moments, layout, update, values, Execution.Sequential);
        var required = (3 + (2L * MomentsIn(moments))) * layout.Length * Unsafe.SizeOf<T>();
        var (source, target) = (new byte[required / 2], new byte[required / 2]);
        source.AsSpan().Fill(1);
        var aside = new T[UpdatePlan<T>.BlockNumbers];
        var (steps, copies) = (new double[rounds], new double[rounds]);
        var allocated = 0L;
        for (var round = -WarmUp; round < rounds; round++)
        {
            pristine.CopyTo(update, 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            plan.Begin(1);
            plan.Run(rank: 0, size: 1, from: 0, layout.Length, Nothing, adds: true, aside);
            plan.End();
            var stepped = Stopwatch.GetTimestamp();
            source.CopyTo(target, 0);
            var copied = Stopwatch.GetTimestamp();
            if (round >= 0)
            {
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                steps[round] = Stopwatch.GetElapsedTime(begun, stepped).TotalSeconds;
                copies[round] = Stopwatch.GetElapsedTime(stepped, copied).TotalSeconds;
            }
        }

        return new(
            optimiser.Name, precision, layout.Length, required, plan.BytesMoved, Quartiles.Of(steps).Median, Quartiles.Of(copies).Median, Quartiles.Of(steps.Zip(copies, (step, copy) => step / copy)), allocated);
    }

    private static void Nothing()
    {
    }

    private static long MomentsIn<T>(MomentStore<T> store)
        where T : struct, IFloatingPointIeee754<T> => store.Moments.Length + store.Parts.Sum(MomentsIn);

    private static (T[] Values, T[] Update, ParameterLayout Layout) Material<T>(int side)
        where T : struct, IFloatingPointIeee754<T>
    {
        var parameters = Parameters<T>.Of(
            new("0.weights", ParameterRole.Weights, Dense.Matrix(side, side, Numbers<T>(side * side, 0))), new("0.bias", ParameterRole.Bias, Dense.Matrix(side, 1, Numbers<T>(side, 1))));
        var layout = ParameterLayout.Of(parameters, Execution.Sequential.EffectiveWidth == VectorWidth.Scalar ? 1 : (int)Execution.Sequential.EffectiveWidth / (8 * Unsafe.SizeOf<T>()));
        return (layout.Load(parameters), Numbers<T>(layout.Length, 2), layout);
    }

    /// <summary>Numbers between −0.1 and 0.1.</summary>
    private static T[] Numbers<T>(int count, uint seed)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = new T[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = T.CreateChecked((((((uint)i + seed) * 2654435761u) >> 8) / (double)(1 << 24) * 0.2) - 0.1);
        }

        return numbers;
    }
}
