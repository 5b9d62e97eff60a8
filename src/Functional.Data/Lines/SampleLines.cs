namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

/// <summary>Reads a stream of text with one sample a line as it arrives, in bounded memory.</summary>
/// <remarks>
/// <para>A line has numbers with commas between them, or with spaces or tabs, or is a JSON array; a point stands before decimals, in every culture. Empty lines are
/// passed over, a byte order mark at the beginning too. Lines end with a line feed, or carriage return and line feed; the last one may end with the stream.</para>
/// <para>Whoever reads is told before the stream is asked for more: then all that has arrived has been handed out, and it is time to show what came of it.</para>
/// </remarks>
public static class SampleLines
{
    private const int FirstBuffer = 1 << 16;
    private const int FreeLineBytes = 1 << 20;
    private const int BytesPerNumber = 64;

    /// <summary>The longest line that is read for samples of a size: 1 MiB and 64 bytes for each feature.</summary>
    /// <param name="features">The number of features.</param>
    public static int MaximumLineBytes(int features) => (int)Math.Min(FreeLineBytes + ((long)BytesPerNumber * features), Array.MaxLength / 2);

    /// <summary>The samples of a stream, lazily, from where it stands to its end; it is left open. It can be gone through once.</summary>
    /// <param name="stream">The bytes, as UTF-8.</param>
    /// <param name="format">How lines tell samples.</param>
    /// <param name="stop">Ends the waiting for bytes.</param>
    /// <exception cref="OperationCanceledException">While bytes were waited for, <paramref name="stop"/> was asked for.</exception>
    public static IEnumerable<Arrival> Read(Stream stream, LineFormat format, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        var most = MaximumLineBytes(format.Shape.Size);
        var parser = new LineParser(format);
        var buffer = new byte[FirstBuffer];
        var (start, seen, end) = (0, 0, 0);
        var number = 0L;
        var (awaitsHeader, isTooLong, isOver) = (format.HasHeader, false, false);
        while (!isOver)
        {
            yield return Arrival.Pause.Instance;
            if (start > 0)
            {
                buffer.AsSpan(start..end).CopyTo(buffer);
                (seen, end, start) = (seen - start, end - start, 0);
            }

            if (end > most)
            {
                // What comes until the line ends is of no use.
                (isTooLong, seen, end) = (true, 0, 0);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, most + (long)FirstBuffer));
            }

            var count = 0;
            SampleFault? unreadable = null;
            try
            {
                count = Fill(stream, buffer.AsMemory(end), stop);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                unreadable = new(string.Empty, $"it cannot be read ({failed.Message.TrimEnd('.')})", "a file or a stream that can be read");
            }

            if (unreadable is not null)
            {
                yield return new Arrival.Fault(unreadable, EndsAll: true);
                yield break;
            }

            isOver = count == 0;
            end += count;
            while (true)
            {
                var feed = buffer.AsSpan(seen..end).IndexOf((byte)'\n');
                if (feed < 0 && (!isOver || (start == end && !isTooLong)))
                {
                    seen = end;
                    break;
                }

                var lineEnd = feed < 0 ? end : seen + feed;
                number++;
                var arrival = Of(buffer.AsSpan(start..lineEnd), number, parser, isTooLong ? most : null, awaitsHeader);
                (start, isTooLong) = (Math.Min(lineEnd + 1, end), false);
                seen = start;
                if (arrival is not null)
                {
                    // Behind the first line that is not empty no header comes any more.
                    awaitsHeader = false;
                    yield return arrival;
                    if (arrival is Arrival.Fault { EndsAll: true })
                    {
                        yield break;
                    }
                }
            }
        }
    }

    /// <summary>What a line holds; nothing where it is empty, a pause where it is a header that is right.</summary>
    private static Arrival? Of(ReadOnlySpan<byte> line, long number, LineParser parser, int? exceeded, bool isHeader)
    {
        line = number == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        line = line is [.. var whole, (byte)'\r'] ? whole : line;
        if (exceeded is { } most)
        {
            return new Arrival.Fault(new($"line {number}", $"the line has more than {Words.Bytes(most)}", "a line for each sample"), isHeader);
        }

        if (!line.ContainsAnyExcept((byte)' ', (byte)'\t'))
        {
            return null;
        }

        if (isHeader)
        {
            return parser.ReadHeader(line, number) is { } odd ? new Arrival.Fault(odd, EndsAll: true) : Arrival.Pause.Instance;
        }

        return parser.Read(line, number, out var features) is { } fault ? new Arrival.Fault(fault) : new Arrival.Sample(number, features);
    }

    private static int Fill(Stream stream, Memory<byte> free, CancellationToken stop) => stop.CanBeCanceled
        ? stream.ReadAsync(free, CancellationToken.None).AsTask().WaitAsync(stop).GetAwaiter().GetResult()
        : stream.Read(free.Span);
}
