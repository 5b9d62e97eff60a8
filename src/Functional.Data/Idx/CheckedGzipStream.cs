namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;

/// <summary>
/// Unpacks gzip data (RFC 1952) and verifies what the platform's own <see cref="GZipStream"/> lets pass in silence: data that end early,
/// and bytes after the end that are no gzip data. Several members in a row unpack to their contents in a row; zero bytes after the last are padding.
/// </summary>
/// <remarks>
/// The platform's inflater does not tell where the deflated bytes end inside the last chunk it was given. But then the eight bytes that must follow,
/// checksum and length of what was unpacked, are known: they are looked for in that chunk, so finding the end and verifying it are one.
/// </remarks>
internal sealed class CheckedGzipStream : Stream
{
    private readonly Packed packed;
    private DeflateStream? body;
    private uint checksum;
    private ulong length;
    private bool started;

    /// <summary>Unpacks a stream, which is left open.</summary>
    /// <param name="source">The stream after its first bytes.</param>
    /// <param name="start">The first bytes, already taken from the stream.</param>
    public CheckedGzipStream(Stream source, ReadOnlySpan<byte> start) => packed = new Packed(source, start);

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Unpacks the next bytes.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <returns>How many, 0 only at the verified end.</returns>
    /// <exception cref="InvalidDataException">The data are damaged or end early; the message is a part of a sentence that says how.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (body is not null || StartMember())
        {
            var count = Inflated(buffer);
            if (count > 0)
            {
                checksum = Crc32.Extended(checksum, buffer[..count]);
                length += (ulong)count;
                return count;
            }

            EndMember();
        }

        return 0;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body?.Dispose();
            packed.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool StartMember()
    {
        if (started && packed.SkipPadding())
        {
            return false;
        }

        var (first, second) = (packed.Next(), packed.Next());
        if ((first, second) is not (0x1F, 0x8B))
        {
            throw new InvalidDataException("after the end of the gzip data come bytes that are no gzip data");
        }

        if (packed.Next() != 8)
        {
            throw new InvalidDataException("the gzip header names a method of compression other than deflate");
        }

        var flags = packed.Next();
        packed.Skip(6); // Time, hints for the decoder, operating system.
        if ((flags & 0x04) != 0)
        {
            var low = packed.Next();
            packed.Skip(low + (packed.Next() << 8));
        }

        // File name, then comment, each ends with a zero byte.
        for (var text = flags & 0x18; text != 0; text &= text - 1)
        {
            while (packed.Next() != 0)
            {
            }
        }

        packed.Skip((flags & 0x02) != 0 ? 2 : 0);
        started = true;
        checksum = 0;
        length = 0;
        body = new DeflateStream(packed, CompressionMode.Decompress, leaveOpen: true);
        return true;
    }

    private int Inflated(Span<byte> buffer)
    {
        try
        {
            return body!.Read(buffer);
        }
        catch (InvalidDataException unhelpful)
        {
            throw new InvalidDataException("the gzip data are damaged: they cannot be unpacked", unhelpful);
        }
    }

    private void EndMember()
    {
        body!.Dispose();
        body = null;
        Span<byte> trailer = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)length);
        if (!packed.SkipPast(trailer))
        {
            throw new InvalidDataException($"the gzip data are damaged or end early: after {Words.Bytes((long)length)} unpacked, the checksum and length that must follow them are not there");
        }
    }

    /// <summary>The packed bytes, of which the last chunk handed out can be looked at again.</summary>
    private sealed class Packed : Stream
    {
        private const int ChunkLength = 8192;
        private readonly Stream source;
        private readonly byte[] buffer = new byte[2 * ChunkLength];
        private int chunk;
        private int next;
        private int end;

        public Packed(Stream source, ReadOnlySpan<byte> start)
        {
            this.source = source;
            start.CopyTo(buffer);
            end = start.Length;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <summary>The next byte of a header.</summary>
        public byte Next()
        {
            if (!Available())
            {
                throw new InvalidDataException("the gzip data end inside a header");
            }

            chunk = next + 1;
            return buffer[next++];
        }

        public void Skip(int count)
        {
            for (; count > 0; count--)
            {
                Next();
            }
        }

        /// <summary>Passes zero bytes; true where nothing else is left.</summary>
        public bool SkipPadding()
        {
            while (Available())
            {
                if (buffer[next] != 0)
                {
                    return false;
                }

                next++;
            }

            return true;
        }

        /// <summary>Goes to the place after the given bytes, which start in the last chunk handed out or directly after it; false where they do not.</summary>
        public bool SkipPast(ReadOnlySpan<byte> bytes)
        {
            buffer.AsSpan(chunk..end).CopyTo(buffer);
            (next, end, chunk) = (next - chunk, end - chunk, 0);
            var wanted = next + bytes.Length;
            if (end < wanted)
            {
                end += source.ReadAtLeast(buffer.AsSpan(end), wanted - end, throwOnEndOfStream: false);
            }

            var place = buffer.AsSpan(0, Math.Min(wanted, end)).IndexOf(bytes);
            next = place + bytes.Length;
            return place >= 0;
        }

        public override int Read(Span<byte> destination)
        {
            if (destination.IsEmpty || !Available())
            {
                return 0;
            }

            var count = Math.Min(Math.Min(destination.Length, ChunkLength), end - next);
            buffer.AsSpan(next, count).CopyTo(destination);
            chunk = next;
            next += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        // At the end of the source the last chunk stays where it is.
        private bool Available()
        {
            if (next < end)
            {
                return true;
            }

            var count = source.Read(buffer, 0, ChunkLength);
            if (count == 0)
            {
                return false;
            }

            (chunk, next, end) = (0, 0, count);
            return true;
        }
    }
}
