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

    // What multiplying by replaces dividing by the largest value, with one correction that makes every byte's quotient exact; 0 where it does not.
    private readonly T reciprocal;
    // Labels of a known kind are asked by their kind: asking labels of an unknown kind in an unknown precision takes longer than the answer.
    private readonly ClassLabels? classes;
    private readonly ValueLabels? values;
    private readonly SampleWeights? weights;

    internal Samples(DataSet dataSet)
    {
        DataSet = dataSet;
        scaledBytes = [];
        classes = dataSet.Labels as ClassLabels;
        values = dataSet.Labels as ValueLabels;
        weights = dataSet.Weights.MatchUnsafe(Some: SampleWeights? (own) => own, None: () => null);
        if (dataSet.Features is ByteFeatures && dataSet.Scaling is not Scaling.Standardised)
        {
            scaledBytes = new T[ByteValues];
            ScaledColumn.Fill<byte, T>([.. Enumerable.Range(byte.MinValue, ByteValues).Select(value => (byte)value)], dataSet.Scaling, scaledBytes);
            reciprocal = dataSet.Scaling is Scaling.UnitInterval unit ? Reciprocal(T.CreateTruncating(unit.Maximum), scaledBytes) : T.Zero;
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
        if (classes is not null)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(classes.Classes.AsSpan()), sample)));
        }

        var bytes = features.Sample(sample);
        for (var line = 0; line < bytes.Length; line += CacheLine)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), line)));
        }
    }

    void ISampleColumns<T>.CopyInputs(int sample, Span<T> column) => CopyTo(sample, column);

    void ISampleColumns<T>.CopyTarget(int sample, Span<T> column)
    {
        if (classes is not null)
        {
            classes.WriteTarget(sample, column);
        }
        else if (values is not null)
        {
            values.WriteTarget(sample, column);
        }
        else
        {
            DataSet.Labels.CopyTarget(sample, column);
        }
    }

    int ISampleColumns<T>.ClassOf(int sample) => classes is not null ? classes.Classes[sample]
        : values is not null ? values.LargestOf<T>(sample)
        : DataSet.Labels.ClassOf<T>(sample);

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

    /// <summary>Each byte's scaled value: looked up, or where vectors do it faster computed to the same bits.</summary>
    private void LookUp(ReadOnlySpan<byte> bytes, Span<T> column)
    {
        // The lengths are stated so that the loop needs no checks.
        ReadOnlySpan<T> table = scaledBytes.AsSpan(0, ByteValues);
        column = column[..bytes.Length];
        for (var i = DataSet.Scaling is Scaling.UnitInterval unit && reciprocal != T.Zero ? Divide(bytes, column, T.CreateTruncating(unit.Maximum)) : 0; i < bytes.Length; i++)
        {
            column[i] = table[bytes[i]];
        }
    }

    /// <summary>One divided by the largest value, if <see cref="Quotient"/> with it has the bits of every byte's division.</summary>
    private static T Reciprocal(T maximum, ReadOnlySpan<T> quotients)
    {
        var factor = T.One / maximum;
        for (var value = 0; value < quotients.Length; value++)
        {
            if (!Quotient(T.CreateTruncating(value), maximum, factor).Equals(quotients[value]))
            {
                return T.Zero;
            }
        }

        return factor;
    }

    /// <summary>A quotient without a division: the product with the reciprocal, corrected by what it leaves over (Markstein, IBM J. Res. Dev. 34, 1990).</summary>
    private static T Quotient(T value, T maximum, T factor)
    {
        var quotient = value * factor;
        return T.FusedMultiplyAdd(T.FusedMultiplyAdd(-quotient, maximum, value), factor, quotient);
    }

    /// <summary>Divides bytes eight at a time, without dividing: a division takes as long as ten multiplications.</summary>
    /// <returns>How many are done.</returns>
    private int Divide(ReadOnlySpan<byte> bytes, Span<T> column, T maximum)
    {
        var done = 0;
        if (!Avx2.IsSupported || !Fma.IsSupported)
        {
            return done;
        }

        ref var source = ref MemoryMarshal.GetReference(bytes);
        if (typeof(T) == typeof(float))
        {
            ref var target = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(column));
            var (divisor, factor) = (Vector256.Create(Unsafe.BitCast<T, float>(maximum)), Vector256.Create(Unsafe.BitCast<T, float>(reciprocal)));
            for (; done + 8 <= bytes.Length; done += 8)
            {
                var eight = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, done))).AsByte();
                Quotients(Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(eight)), divisor, factor).StoreUnsafe(ref target, (nuint)done);
            }
        }
        else
        {
            ref var target = ref Unsafe.As<T, double>(ref MemoryMarshal.GetReference(column));
            var (divisor, factor) = (Vector256.Create(Unsafe.BitCast<T, double>(maximum)), Vector256.Create(Unsafe.BitCast<T, double>(reciprocal)));
            for (; done + 8 <= bytes.Length; done += 8)
            {
                var eight = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, done))).AsByte());
                Quotients(Avx.ConvertToVector256Double(eight.GetLower()), divisor, factor).StoreUnsafe(ref target, (nuint)done);
                Quotients(Avx.ConvertToVector256Double(eight.GetUpper()), divisor, factor).StoreUnsafe(ref target, (nuint)(done + 4));
            }
        }

        return done;
    }

    /// <summary><see cref="Quotient"/> of four numbers or eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Quotients(Vector256<float> values, Vector256<float> maximum, Vector256<float> factor)
    {
        var quotients = values * factor;
        return Fma.MultiplyAdd(Fma.MultiplyAddNegated(quotients, maximum, values), factor, quotients);
    }

    /// <inheritdoc cref="Quotients(Vector256{float}, Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quotients(Vector256<double> values, Vector256<double> maximum, Vector256<double> factor)
    {
        var quotients = values * factor;
        return Fma.MultiplyAdd(Fma.MultiplyAddNegated(quotients, maximum, values), factor, quotients);
    }
}
