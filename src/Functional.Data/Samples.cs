namespace Functional.Data;

using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Functional.Networks;
using Functional.Numerics;

/// <summary>A data set seen in one precision, with its features scaled.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Samples<T> : ISampleSource<T>, ISampleColumns<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private const int ByteValues = 256;
    private const int CacheLine = 64;

    // The scaled value of each byte; empty where features are not bytes or are scaled one by one.
    private readonly T[] scaledBytes;
    private readonly ClassLabels? classes;
    private readonly SampleWeights? weights;

    internal Samples(DataSet dataSet)
    {
        DataSet = dataSet;
        scaledBytes = [];
        classes = dataSet.Labels as ClassLabels;
        weights = dataSet.Weights.MatchUnsafe(Some: SampleWeights? (own) => own, None: () => null);
        if (dataSet.Features is ByteFeatures && dataSet.Scaling is not Scaling.Standardised)
        {
            scaledBytes = new T[ByteValues];
            ScaledColumn.Fill<byte, T>([.. Enumerable.Range(byte.MinValue, ByteValues).Select(value => (byte)value)], dataSet.Scaling, scaledBytes);
        }
    }

    /// <summary>The data set.</summary>
    public DataSet DataSet { get; }

    /// <inheritdoc/>
    public int Count => DataSet.Count;

    /// <inheritdoc/>
    public Batch<T> Gather(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException($"No samples of {DataSet.Name} are asked for; a batch must have at least one.", nameof(indices));
        }

        var width = DataSet.FeatureCount;
        if ((long)width * indices.Length > Array.MaxLength)
        {
            throw new ArgumentException($"{indices.Length} samples of {width} features are too many for one batch; it can have at most {Array.MaxLength / width}.", nameof(indices));
        }

        var columns = GC.AllocateUninitializedArray<T>(width * indices.Length);
        for (var i = 0; i < indices.Length; i++)
        {
            CopyTo(indices[i], columns.AsSpan(i * width, width));
        }

        var targets = DataSet.Labels.Gather<T>(indices);
        return new(Dense.Matrix(width, indices.Length, columns), weights is null ? targets : targets.Weighted(weights.Gather<T>(indices)));
    }

    /// <summary>Samples in a row as one batch.</summary>
    /// <param name="start">The first, from 0.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">Some of them are not there.</exception>
    public Batch<T> Range(int start, int count) =>
        start < 0 || count < 1 || start > Count - count
            ? throw new ArgumentOutOfRangeException(nameof(count), $"{DataSet.Name} has {Count} samples; {count} from {start} on are not among them.")
            : Gather(Indices.Range(start, count));

    /// <summary>All samples as one batch.</summary>
    public Batch<T> All() => Range(0, Count);

    int ISampleColumns<T>.FeatureCount => DataSet.FeatureCount;

    unsafe void ISampleColumns<T>.Announce(int sample)
    {
        if (DataSet.Features is not ByteFeatures features || !Sse.IsSupported)
        {
            return;
        }

        // Fetching reads nothing: it does not matter that the bytes may move meanwhile.
        var bytes = features.Sample(sample);
        for (var line = 0; line < bytes.Length; line += CacheLine)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), line)));
        }
    }

    void ISampleColumns<T>.CopyInputs(int sample, Span<T> column) => CopyTo(sample, column);

    void ISampleColumns<T>.CopyTarget(int sample, Span<T> column)
    {
        // Classes are looked up here: asking labels of an unknown kind in an unknown precision takes longer than the answer.
        if (classes is null)
        {
            DataSet.Labels.CopyTarget(sample, column);
        }
        else
        {
            classes.CopyTarget(sample, column);
        }
    }

    int ISampleColumns<T>.ClassOf(int sample) => classes is null ? DataSet.Labels.ClassOf<T>(sample) : classes.Classes[sample];

    bool ISampleColumns<T>.IsWeighted => weights is not null;

    T ISampleColumns<T>.WeightOf(int sample) => weights is null ? T.One : T.CreateTruncating(weights.Values[sample]);

    /// <summary>Writes one sample's features, scaled; the column has an entry for each.</summary>
    internal void CopyTo(int sample, Span<T> column)
    {
        switch (DataSet.Features)
        {
            case ByteFeatures features when scaledBytes.Length == ByteValues:
                LookUp(features.Sample(sample), column);
                break;
            case ByteFeatures features:
                ScaledColumn.Fill(features.Sample(sample), DataSet.Scaling, column);
                break;
            case RealFeatures features:
                ScaledColumn.Fill(features.Sample(sample), DataSet.Scaling, column);
                break;
            default:
                break;
        }
    }

    /// <summary>True where both show equal data sets.</summary>
    /// <param name="other">The samples to compare with.</param>
    public bool Equals(Samples<T>? other) => other is not null && DataSet.Equals(other.DataSet);

    /// <inheritdoc/>
    public override int GetHashCode() => DataSet.GetHashCode();

    /// <summary>Each byte's scaled value: looked up, or where vectors do it faster computed as the table was, by the same division.</summary>
    private void LookUp(ReadOnlySpan<byte> bytes, Span<T> column)
    {
        // The lengths are stated so that the loop needs no checks.
        ReadOnlySpan<T> table = scaledBytes.AsSpan(0, ByteValues);
        column = column[..bytes.Length];
        for (var i = DataSet.Scaling is Scaling.UnitInterval unit ? Divide(bytes, column, unit.Maximum) : 0; i < bytes.Length; i++)
        {
            column[i] = table[bytes[i]];
        }
    }

    /// <summary>Divides bytes eight at a time.</summary>
    /// <returns>How many are done.</returns>
    private static int Divide(ReadOnlySpan<byte> bytes, Span<T> column, double maximum)
    {
        var done = 0;
        if (!Avx2.IsSupported)
        {
            return done;
        }

        ref var source = ref MemoryMarshal.GetReference(bytes);
        if (typeof(T) == typeof(float))
        {
            ref var target = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(column));
            var divisor = Vector256.Create((float)maximum);
            for (; done + 8 <= bytes.Length; done += 8)
            {
                var eight = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, done))).AsByte();
                (Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(eight)) / divisor).StoreUnsafe(ref target, (nuint)done);
            }
        }
        else
        {
            ref var target = ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(column));
            var divisor = Vector256.Create(maximum);
            for (; done + 8 <= bytes.Length; done += 8)
            {
                var eight = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, done))).AsByte());
                (Avx.ConvertToVector256Double(eight.GetLower()) / divisor).StoreUnsafe(ref target, (nuint)done);
                (Avx.ConvertToVector256Double(eight.GetUpper()) / divisor).StoreUnsafe(ref target, (nuint)(done + 4));
            }
        }

        return done;
    }
}
