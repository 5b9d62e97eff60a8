namespace Functional.Networks;

using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Functional.Numerics;

/// <summary>The identity of parameters: equal fingerprints mean equal bits, names and shapes.</summary>
/// <remarks>
/// SHA-256 over a canonical form: the line "functional parameters, arithmetic A, E" with the arithmetic's version A and "single" or
/// "double" for E, ended by a line feed; then for each parameter in order a line "NAME ROWSxCOLUMNS", ended by a line feed, and the
/// numbers column after column as IEEE 754 bits, least significant octet first.
/// </remarks>
public static class Fingerprint
{
    /// <summary>The fingerprint of a network: of its parameters and, where it has any, of its statistics.</summary>
    /// <remarks>Without statistics it is that of the parameters. Otherwise a line "statistics" follows them, and the statistics in the parameters' form.</remarks>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of<T>(Layer<T> network)
        where T : struct, IFloatingPointIeee754<T> => Of(Given.NotNull(network).Parameters, network.Statistics);

    /// <summary>The fingerprint of parameters.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="parameters">The parameters.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T> => Of(Given.NotNull(parameters), Parameters<T>.None);

    private static string Of<T>(Parameters<T> parameters, Parameters<T> statistics)
        where T : struct, IFloatingPointIeee754<T>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"functional parameters, arithmetic {Arithmetic.Version.ToString(CultureInfo.InvariantCulture)}, {Precision<T>()}\n");
        Append(hash, parameters);
        if (!statistics.Entries.IsEmpty)
        {
            Append(hash, "statistics\n");
            Append(hash, statistics);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append<T>(IncrementalHash hash, Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (var parameter in parameters.Entries)
        {
            Append(hash, string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Values.RowCount}x{parameter.Values.ColumnCount}\n"));
            Append(hash, parameter.Values.Numbers);
        }
    }

    private static string Precision<T>() => typeof(T) == typeof(float) ? "single" : "double";

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    private static void Append<T>(IncrementalHash hash, ReadOnlySpan<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var octets = new byte[numbers.Length * Unsafe.SizeOf<T>()];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (typeof(T) == typeof(float))
            {
                BinaryPrimitives.WriteSingleLittleEndian(octets.AsSpan(i * sizeof(float)), Unsafe.BitCast<T, float>(numbers[i]));
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(octets.AsSpan(i * sizeof(double)), Unsafe.BitCast<T, double>(numbers[i]));
            }
        }

        hash.AppendData(octets);
    }
}
