namespace Functional.Data;

using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>Takes bytes from a stream that may promise more than it has.</summary>
internal static class BoundedReading
{
    /// <summary>The next bytes of a stream, fewer only at its end.</summary>
    public static byte[] Taken(Stream stream, int count)
    {
        var bytes = new byte[count];
        var taken = stream.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return taken == count ? bytes : bytes[..taken];
    }

    /// <summary>As many numbers as a stream has, at most <paramref name="count"/>, read into an array that starts small where the promise may be a lie and is the result itself.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="count">How many numbers are promised.</param>
    /// <param name="first">The bytes that may be allocated before any have arrived.</param>
    /// <param name="arrived">How many bytes have come; fewer than promised only at the end of the stream.</param>
    public static T[] Filled<T>(Stream stream, int count, long first, out int arrived)
        where T : unmanaged
    {
        arrived = 0;
        if (count == 0)
        {
            return [];
        }

        var size = Unsafe.SizeOf<T>();
        var values = GC.AllocateUninitializedArray<T>((int)Math.Clamp(first / size, 1, count));
        _ = LargePages.Await<T>(values);
        while (true)
        {
            var free = MemoryMarshal.AsBytes(values.AsSpan())[arrived..];
            var read = stream.ReadAtLeast(free, free.Length, throwOnEndOfStream: false);
            arrived += read;
            if (read < free.Length || values.Length == count)
            {
                return values;
            }

            var larger = GC.AllocateUninitializedArray<T>((int)Math.Min(2L * values.Length, count));
            _ = LargePages.Await<T>(larger);
            values.CopyTo(larger, 0);
            values = larger;
        }
    }
}
