namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Functional.Networks;
using Functional.Numerics;

/// <summary>The identity of a state of training: equal fingerprints mean equal bits of everything that training goes on from.</summary>
/// <remarks>
/// SHA-256 over the line "functional state, arithmetic A, E" (E "single" or "double"), a line "NAME VALUE" for the step, the key and each number that the optimiser keeps, and for every matrix (the
/// network's parameters and statistics, the optimiser's running values) a line "NAME ROWSxCOLUMNS" and its numbers column after column, least significant octet first. Lines end with a line feed.
/// </remarks>
public static class StateFingerprint
{
    /// <summary>The fingerprint of a state.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="state">The state.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of<T>(TrainingState<T> state)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(state);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"functional state, arithmetic {Arithmetic.Version}, {(typeof(T) == typeof(float) ? "single" : "double")}"));
        foreach (var (name, value) in TensorComparison.Values(state))
        {
            Append(hash, $"{name} {value}");
        }

        foreach (var (name, values) in StateTensors.Of(state))
        {
            Append(hash, string.Create(CultureInfo.InvariantCulture, $"{name} {values.RowCount}x{values.ColumnCount}"));
            Append(hash, values.Numbers);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string line) => hash.AppendData(Encoding.UTF8.GetBytes($"{line}\n"));

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> numbers)
        where T : struct
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(numbers));
            return;
        }

        var octets = MemoryMarshal.AsBytes(numbers).ToArray();
        for (var from = 0; from < octets.Length; from += Unsafe.SizeOf<T>())
        {
            octets.AsSpan(from, Unsafe.SizeOf<T>()).Reverse();
        }

        hash.AppendData(octets);
    }
}
