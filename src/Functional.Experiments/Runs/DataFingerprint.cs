namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Functional.Data;

/// <summary>The identity of samples: equal fingerprints mean equal features, labels, weights and scaling in the same order.</summary>
/// <remarks>
/// SHA-256 over a canonical form: the line "functional samples", then for the samples to train on and those to test with a line "SAMPLES SHAPE SCALING", the
/// features sample after sample, bytes as they are and other numbers as IEEE 754 bits in double precision, a line "classes COUNT" or "values WIDTH" with the labels (classes as 32-bit
/// integers), and where there are some a line "weights" with them; least significant octets first.
/// </remarks>
public static class DataFingerprint
{
    private const int BufferSize = 1 << 16;

    /// <summary>The fingerprint of samples.</summary>
    /// <param name="split">The samples.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(DataSplit split)
    {
        ArgumentNullException.ThrowIfNull(split);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "functional samples\n");
        Append(hash, split.Train);
        Append(hash, split.Test);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, DataSet set)
    {
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{set.Count} {set.Shape} {ScalingOf(set.Scaling)}\n"));
        Append(hash, set.Features);
        switch (set.Labels)
        {
            case ClassLabels labels:
                Append(hash, string.Create(CultureInfo.InvariantCulture, $"classes {labels.ClassCount}\n"));
                Append(hash, labels.Classes.AsSpan(), sizeof(int), BinaryPrimitives.WriteInt32LittleEndian);
                break;
            case ValueLabels values:
                Append(hash, string.Create(CultureInfo.InvariantCulture, $"values {values.OutputCount}\n"));
                Append(hash, values.Values.AsSpan(), sizeof(double), BinaryPrimitives.WriteDoubleLittleEndian);
                break;
            default:
                throw new ArgumentException($"There is no fingerprint of {set.Labels.GetType().Name}.", nameof(set));
        }

        set.Weights.IfSome(weights =>
        {
            Append(hash, "weights\n");
            Append(hash, weights.Values.AsSpan(), sizeof(double), BinaryPrimitives.WriteDoubleLittleEndian);
        });
    }

    private static void Append(IncrementalHash hash, Features features)
    {
        for (var sample = 0; sample < features.Count; sample++)
        {
            if (features is ByteFeatures octets)
            {
                hash.AppendData(octets.Sample(sample));
            }
            else
            {
                Append(hash, ((RealFeatures)features).Sample(sample), sizeof(double), BinaryPrimitives.WriteDoubleLittleEndian);
            }
        }
    }

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> values, int size, Writer<T> write)
    {
        var buffer = new byte[Math.Min(BufferSize, values.Length * size)];
        var width = Math.Max(1, buffer.Length / size);
        for (var from = 0; from < values.Length; from += width)
        {
            var count = Math.Min(width, values.Length - from);
            for (var i = 0; i < count; i++)
            {
                write(buffer.AsSpan(i * size), values[from + i]);
            }

            hash.AppendData(buffer.AsSpan(0, count * size));
        }
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    private static string ScalingOf(Scaling scaling) => scaling switch
    {
        Scaling.UnitInterval unit => string.Create(CultureInfo.InvariantCulture, $"divided {unit.Maximum:R}"),
        Scaling.Standardised fitted => string.Create(
            CultureInfo.InvariantCulture, $"standardised {string.Join(",", fitted.Means.Select(Digits))} {string.Join(",", fitted.Deviations.Select(Digits))}"),
        _ => "plain",
    };

    private static string Digits(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private delegate void Writer<in T>(Span<byte> destination, T value);
}
