namespace Functional.Networks;

using System;
using System.Runtime.InteropServices;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>What dropout multiplies elements with: 0 where they are dropped, otherwise 1/(1 − p).</summary>
internal static class DropoutFactors
{
    /// <summary>The draws that are made at a time.</summary>
    private const int Draws = 1024;

    /// <summary>Writes the factors for consecutive samples.</summary>
    /// <param name="key">What they are drawn from; draw s·rows + i is for feature i of sample s.</param>
    /// <param name="rate">p.</param>
    /// <param name="first">The number of the first sample in its batch.</param>
    /// <param name="rows">The number of features.</param>
    /// <param name="stride">From one sample to the next.</param>
    /// <param name="factors">Takes the factors of whole samples; what lies between the samples stays as it is.</param>
    /// <param name="execution">How to compute.</param>
    public static void Fill<T>(RandomKey key, double rate, int first, int rows, int stride, Span<T> factors, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (factors.IsEmpty)
        {
            return;
        }

        // The same comparison as in a single draw: dropped where the bits are below p·2³².
        var threshold = (uint)(rate * 4294967296.0);
        var kept = T.CreateChecked(1 / (1 - rate));
        Span<uint> room = stackalloc uint[Draws];
        var left = (long)(factors.Length / stride) * rows;
        var index = (long)first * rows;
        for (int column = 0, row = 0; left > 0;)
        {
            // Ending at multiples of four draws keeps the next ones whole.
            var bits = room[..(int)Math.Min(Draws - (index & 3), left)];
            key.Bits32(index, bits, execution.Width);
            index += bits.Length;
            left -= bits.Length;
            while (bits.Length > 0)
            {
                var length = Math.Min(rows - row, bits.Length);
                Choose(bits[..length], threshold, kept, factors.Slice((column * stride) + row, length));
                bits = bits[length..];
                row += length;
                if (row == rows)
                {
                    (column, row) = (column + 1, 0);
                }
            }
        }
    }

    private static void Choose<T>(ReadOnlySpan<uint> bits, uint threshold, T kept, Span<T> factors)
        where T : struct, IFloatingPointIeee754<T>
    {
        var done = 0;
        if (typeof(T) == typeof(float))
        {
            var singles = MemoryMarshal.Cast<T, float>(factors);
            var (limit, factor) = (new Vector<uint>(threshold), Vector.As<T, float>(new Vector<T>(kept)));
            for (; done + Vector<uint>.Count <= bits.Length; done += Vector<uint>.Count)
            {
                var isDropped = Vector.AsVectorSingle(Vector.LessThan(new Vector<uint>(bits[done..]), limit));
                Vector.AndNot(factor, isDropped).CopyTo(singles[done..]);
            }
        }

        for (; done < bits.Length; done++)
        {
            factors[done] = bits[done] < threshold ? T.Zero : kept;
        }
    }
}
