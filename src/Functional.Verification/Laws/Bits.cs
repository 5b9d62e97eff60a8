namespace Functional.Verification;

using System;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Compares values bit for bit, so that −0 differs from +0 and a NaN equals itself.</summary>
internal static class Bits
{
    public static bool Same<T>(T left, T right)
        where T : struct, IFloatingPointIeee754<T> => Same<T>([left], [right]);

    public static bool Same<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : struct, IFloatingPointIeee754<T> => MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));

    public static bool Same<T>(Matrix<T> left, Matrix<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        left.RowCount == right.RowCount && left.ColumnCount == right.ColumnCount && Same(left.Numbers, right.Numbers);

    public static bool Same<T>(Parameters<T> left, Parameters<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        left.Entries.Count == right.Entries.Count
        && left.Entries.Zip(right.Entries).All(pair =>
            string.Equals(pair.Item1.Name, pair.Item2.Name, StringComparison.Ordinal) && pair.Item1.Role == pair.Item2.Role && Same(pair.Item1.Values, pair.Item2.Values));

    public static bool Same<T>(TransformationState<T> left, TransformationState<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        left.Steps == right.Steps
        && left.Moments.Count == right.Moments.Count
        && left.Parts.Count == right.Parts.Count
        && left.Numbers.Count == right.Numbers.Count
        && left.Numbers.Zip(right.Numbers).All(pair => Same(pair.Item1, pair.Item2))
        && left.Moments.Zip(right.Moments).All(pair => Same(pair.Item1, pair.Item2))
        && left.Parts.Zip(right.Parts).All(pair => Same(pair.Item1, pair.Item2));

    public static bool Same<T>(TrainingState<T> left, TrainingState<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        left.Step == right.Step && left.Key == right.Key && Same(left.Network.Parameters, right.Network.Parameters)
        && Same(left.Network.Statistics, right.Network.Statistics) && Same(left.Optimiser, right.Optimiser);

    public static bool Same<T>(Measurement<T> left, Measurement<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        left.Step == right.Step && left.Correct == right.Correct && left.Samples == right.Samples && Same(left.Loss, right.Loss) && Same(left.Objective, right.Objective);

    public static bool Same<T>(ObjectiveResult<T> left, ObjectiveResult<T> right)
        where T : struct, IFloatingPointIeee754<T> =>
        Same(left.Value, right.Value) && Same(left.Loss, right.Loss) && Same(left.Output, right.Output) && Same(left.Statistics, right.Statistics)
        && Same(left.Gradient.Parameters, right.Gradient.Parameters) && Same(left.Gradient.Input, right.Gradient.Input);

    /// <summary>A copy that shares no memory.</summary>
    public static Matrix<T> Copy<T>(Matrix<T> values)
        where T : struct, IFloatingPointIeee754<T> => Dense.Matrix(values.RowCount, values.ColumnCount, values.Numbers.ToArray());

    /// <summary>A copy that shares no memory.</summary>
    public static Parameters<T> Copy<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T> => parameters.Map((_, values) => Copy(values));

    /// <summary>A copy that shares no memory.</summary>
    public static TransformationState<T> Copy<T>(TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T> => new(state.Steps, state.Moments.Map(Copy).Strict(), state.Parts.Map(Copy).Strict(), state.Numbers);

    /// <summary>A copy that shares no memory but with parts that layers hold beside their parameters and statistics.</summary>
    public static TrainingState<T> Copy<T>(TrainingState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
        new(Copy(state.Network), Copy(state.Optimiser), state.Key, state.Step);

    /// <summary>A copy that shares no memory but with parts that layers hold beside their parameters and statistics.</summary>
    public static Layer<T> Copy<T>(Layer<T> network)
        where T : struct, IFloatingPointIeee754<T> => network.With(Copy(network.Parameters)).WithStatistics(Copy(network.Statistics));
}
