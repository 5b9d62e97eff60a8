namespace Functional.Data.Tests.Idx;

using System;
using System.IO;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class IdxFileTests
{
    [Fact]
    public void Bytes_are_read_as_bytes_with_their_dimensions()
    {
        var tensor = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.UnsignedByte, [2, 1, 3], 0, 1, 2, 127, 128, 255));
        Assert.Equal([2, 1, 3], tensor.Dimensions.ToArray());
        Assert.Equal([0, 1, 2, 127, 128, 255], Assert.IsType<IdxElements<byte>>(tensor.Elements).Values.ToArray());
        Assert.Equal("numbers: 2 × 1 × 3 unsigned bytes", tensor.ToString());
    }

    [Fact]
    public void Every_type_of_number_is_read_most_significant_byte_first()
    {
        Assert.Equal([-128, -1, 127], Values<sbyte>(IdxBytes.SignedByte, 0x80, 0xFF, 0x7F));
        Assert.Equal([short.MinValue, -2, 258], Values<short>(IdxBytes.Int16, 0x80, 0x00, 0xFF, 0xFE, 0x01, 0x02));
        Assert.Equal([int.MinValue, 16909060, -1], Values<int>(IdxBytes.Int32, 0x80, 0, 0, 0, 1, 2, 3, 4, 0xFF, 0xFF, 0xFF, 0xFF));
        Assert.Equal([1f, -0.5f, float.PositiveInfinity], Values<float>(IdxBytes.Float32, 0x3F, 0x80, 0, 0, 0xBF, 0, 0, 0, 0x7F, 0x80, 0, 0));
        Assert.Equal([1d, -2d, double.Pi], Values<double>(IdxBytes.Float64, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0x40, 0x09, 0x21, 0xFB, 0x54, 0x44, 0x2D, 0x18));
    }

    [Fact]
    public void Any_number_of_dimensions_is_read()
    {
        for (var count = 1; count <= 9; count++)
        {
            var dimensions = Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1u : 2u).ToArray();
            var length = dimensions.Aggregate(1u, (product, size) => product * size);
            var tensor = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.UnsignedByte, dimensions, new byte[length]));
            Assert.Equal(dimensions, tensor.Dimensions.Select(size => (uint)size));
        }

        Assert.Equal(255, IdxBytes.Tensor(IdxBytes.Of(IdxBytes.UnsignedByte, [.. Enumerable.Repeat(1u, 255)], 7)).Dimensions.Length);
    }

    [Fact]
    public void Packed_and_unpacked_are_the_same_whatever_the_name_says()
    {
        using var directory = new TemporaryDirectory();
        var bytes = IdxBytes.Images(5, 4, 3);
        var plain = IdxFile.Read(directory.Write("images.gz", bytes));
        var packed = IdxFile.Read(directory.Write("images", IdxBytes.Packed(bytes)));
        Assert.Equal(plain.Map(tensor => tensor.Elements), packed.Map(tensor => tensor.Elements));
        Assert.True(plain.IsRight);
    }

    [Fact]
    public void Random_contents_come_back_packed_or_not_at_any_size_and_in_any_pieces()
    {
        var key = RandomKey.FromSeed(11);
        foreach (var length in (int[])[1, 2, 7, 255, 8191, 8192, 8193, 70_001, 1_100_003])
        {
            var numbers = Enumerable.Range(0, length).Select(i => (byte)(key.At(length).Bits32(i) & (i % 3 == 0 ? 0xFFu : 3u))).ToArray();
            var bytes = IdxBytes.Of(IdxBytes.UnsignedByte, [(uint)length], numbers);
            foreach (var file in (byte[][])[bytes, IdxBytes.Packed(bytes)])
            {
                Assert.Equal(numbers, Assert.IsType<IdxElements<byte>>(IdxBytes.Tensor(file).Elements).Values);
                foreach (var piece in (int[])[1, 13, 4096, int.MaxValue])
                {
                    using var pipe = new Pipe(file, piece);
                    var tensor = IdxFile.Read(pipe, "pipe").Match(Left: fault => throw new InvalidDataException(fault.Message), Right: read => read);
                    Assert.Equal(numbers, Assert.IsType<IdxElements<byte>>(tensor.Elements).Values);
                }
            }
        }
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_left_open()
    {
        using var stream = new MemoryStream([9, 9, .. IdxBytes.Labels(1, 2)]);
        stream.Position = 2;
        Assert.True(IdxFile.Read(stream, "rest").IsRight);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Equal_files_give_equal_tensors()
    {
        Assert.Equal(IdxBytes.Tensor(IdxBytes.Images(2, 3, 3)), IdxBytes.Tensor(IdxBytes.Images(2, 3, 3)));
        Assert.Equal(IdxBytes.Tensor(IdxBytes.Images(2, 3, 3)).GetHashCode(), IdxBytes.Tensor(IdxBytes.Images(2, 3, 3)).GetHashCode());
        Assert.NotEqual(IdxBytes.Tensor(IdxBytes.Images(2, 3, 3)), IdxBytes.Tensor(IdxBytes.Images(3, 2, 3)));
        Assert.NotEqual(IdxBytes.Tensor(IdxBytes.Labels(1, 2)), IdxBytes.Tensor(IdxBytes.Labels(1, 3)));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "nowhere");
        Assert.Equal($"{path}: there is no such file; expected an IDX file, packed with gzip or not.", IdxBytes.Message(IdxFile.Read(path)));
        Assert.Equal("IDX file: the path is empty; expected the path of a file.", IdxBytes.Message(IdxFile.Read(string.Empty)));
        Assert.Contains("there is no such file", IdxBytes.Message(IdxFile.Read("a\0b")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_is_no_file()
    {
        using var directory = new TemporaryDirectory();
        Assert.Equal($"{directory.Path}: this is a directory; expected an IDX file.", IdxBytes.Message(IdxFile.Read(directory.Path)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_fault()
    {
        using var broken = new Broken(new IOException("The disk is gone."));
        Assert.Equal("disk: the file cannot be read (The disk is gone); expected a file that can be read.", IdxBytes.Message(IdxFile.Read(broken, "disk")));
        using var forbidden = new Broken(new UnauthorizedAccessException());
        Assert.Equal("disk: permission to read the file is denied; expected a file that may be read.", IdxBytes.Message(IdxFile.Read(forbidden, "disk")));
        using var large = new Broken(new InsufficientMemoryException());
        Assert.Equal("disk: there is not enough memory for the numbers that the file holds; expected a smaller file, or more memory.", IdxBytes.Message(IdxFile.Read(large, "disk")));
    }

    [Fact]
    public void An_empty_file_is_a_fault_packed_or_not()
    {
        var message = "numbers: the file is empty; expected an IDX file, which starts with two zero bytes, a type code and the number of dimensions (00 00 08 03 for images).";
        Assert.Equal(message, IdxBytes.Message(IdxBytes.Read([])));
        Assert.Equal(message, IdxBytes.Message(IdxBytes.Read(IdxBytes.PackedNothing)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_start_that_is_cut_short_is_a_fault(int length)
    {
        var bytes = IdxBytes.Labels(1)[..length];
        Assert.StartsWith($"numbers: the file ends after {length} byte{(length == 1 ? "" : "s")}, inside the header; expected an IDX file", IdxBytes.Message(IdxBytes.Read(bytes)), StringComparison.Ordinal);
        Assert.StartsWith("numbers: the file ends after", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(bytes))), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_are_cut_short_are_a_fault()
    {
        var bytes = IdxBytes.Images(1, 2, 2)[..11];
        Assert.Equal("numbers: the file ends after 11 bytes, inside the header; expected a header of 16 bytes for 3 dimensions.", IdxBytes.Message(IdxBytes.Read(bytes)));
        Assert.Equal("numbers: the file ends after 11 bytes, inside the header; expected a header of 16 bytes for 3 dimensions.", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(bytes))));
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A }, "89 50 4E 47, which look like a PNG picture")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "FF D8 FF E0, which look like a JPEG picture")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04 }, "50 4B 03 04, which look like a ZIP archive")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D }, "93 4E 55 4D, which look like a NumPy array")]
    [InlineData(new byte[] { 0x3C, 0x21, 0x44, 0x4F }, "3C 21 44 4F, which look like a web page or XML")]
    [InlineData(new byte[] { 0x35, 0x2C, 0x30, 0x0A }, "35 2C 30 0A, which look like text")]
    [InlineData(new byte[] { 0x03, 0x08, 0x00, 0x00, 1 }, "03 08 00 00, which look like an IDX header in little-endian order")]
    [InlineData(new byte[] { 0x00, 0x01, 0x02, 0x03 }, "00 01 02 03;")]
    public void Another_kind_of_file_is_called_by_its_name(byte[] bytes, string found)
    {
        Assert.StartsWith($"numbers: the file starts with the bytes {found}", IdxBytes.Message(IdxBytes.Read(bytes)), StringComparison.Ordinal);
        Assert.StartsWith($"numbers: the file starts with the bytes {found}", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(bytes))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_packed_twice_is_a_fault() =>
        Assert.Contains("which look like gzip data (packed twice?)", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(IdxBytes.Packed(IdxBytes.Labels(1))))), StringComparison.Ordinal);

    [Theory]
    [InlineData(0x00, "0x00")]
    [InlineData(0x0A, "0x0A")]
    [InlineData(0x0F, "0x0F")]
    [InlineData(0xFF, "0xFF")]
    public void An_unknown_type_is_a_fault(byte type, string code) => Assert.Equal(
        $"numbers: the type code is {code}; expected 0x08 (unsigned bytes), 0x09 (signed bytes), 0x0B (16-bit integers), 0x0C (32-bit integers), 0x0D (32-bit floating-point numbers), 0x0E (64-bit floating-point numbers).",
        IdxBytes.Message(IdxBytes.Read(IdxBytes.Of(type, [1], 1))));

    [Fact]
    public void No_dimensions_are_a_fault() =>
        Assert.Equal("numbers: the header promises 0 dimensions; expected at least 1.", IdxBytes.Message(IdxBytes.Read([0, 0, 8, 0])));

    [Fact]
    public void A_size_of_zero_is_a_fault() =>
        Assert.Equal("numbers: dimension 2 of 4294967295 × 0 × 28 has size 0; expected sizes of at least 1.", IdxBytes.Message(IdxBytes.Read(IdxBytes.Header(IdxBytes.UnsignedByte, uint.MaxValue, 0, 28))));

    [Fact]
    public void A_size_above_31_bits_is_a_fault() =>
        Assert.Equal("numbers: the header promises 4294967295 × 1 numbers; expected sizes of at most 2,147,483,647.", IdxBytes.Message(IdxBytes.Read(IdxBytes.Header(IdxBytes.UnsignedByte, uint.MaxValue, 1))));

    [Fact]
    public void Sizes_whose_product_exceeds_every_integer_are_a_fault()
    {
        var bytes = IdxBytes.Header(IdxBytes.Float64, [.. Enumerable.Repeat((uint)int.MaxValue, 255)]);
        var message = IdxBytes.Message(IdxBytes.Read(bytes));
        Assert.Contains("more bytes than can be counted, but 0 bytes follow the header", message, StringComparison.Ordinal);
        using var pipe = new Pipe(bytes, int.MaxValue);
        Assert.EndsWith("more bytes than can be counted; expected at most 1,073,741,824 bytes, the limit for one file.", IdxBytes.Message(IdxFile.Read(pipe, "pipe")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_promises_more_than_the_file_holds_is_a_fault()
    {
        var bytes = IdxBytes.Images(3, 2, 2)[..^5];
        Assert.Equal("numbers: the header promises 3 × 2 × 2 unsigned bytes, 12 bytes, but 7 bytes follow the header; expected a complete file of 28 bytes.", IdxBytes.Message(IdxBytes.Read(bytes)));
        var late = "the header promises 3 × 2 × 2 unsigned bytes, 12 bytes, but the file ends 7 bytes after the header; expected a complete file of 28 bytes.";
        Assert.Equal($"numbers: {late}", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(bytes))));
        using var pipe = new Pipe(bytes, 3);
        Assert.Equal($"pipe: {late}", IdxBytes.Message(IdxFile.Read(pipe, "pipe")));
    }

    [Fact]
    public void A_file_that_goes_on_after_its_numbers_is_a_fault()
    {
        byte[] bytes = [.. IdxBytes.Images(3, 2, 2), 1, 2];
        Assert.Equal("numbers: the header promises 3 × 2 × 2 unsigned bytes, 12 bytes, but 14 bytes follow the header; expected a file of 28 bytes, which is 2 bytes shorter.", IdxBytes.Message(IdxBytes.Read(bytes)));
        var late = "the header promises 3 × 2 × 2 unsigned bytes, but more bytes follow them; expected nothing after them.";
        Assert.Equal($"numbers: {late}", IdxBytes.Message(IdxBytes.Read(IdxBytes.Packed(bytes))));
        using var pipe = new Pipe(bytes, 3);
        Assert.Equal($"pipe: {late}", IdxBytes.Message(IdxFile.Read(pipe, "pipe")));
    }

    [Fact]
    public void More_than_the_limit_is_a_fault()
    {
        var bytes = IdxBytes.Images(3, 2, 2);
        Assert.True(IdxBytes.Read(bytes, 12).IsRight);
        Assert.Equal("numbers: the header promises 3 × 2 × 2 unsigned bytes, 12 bytes; expected at most 11 bytes, the limit for one file.", IdxBytes.Message(IdxBytes.Read(bytes, 11)));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdxBytes.Read(bytes, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdxBytes.Read(bytes, int.MaxValue));
    }

    [Fact]
    public void Every_cut_of_packed_data_is_a_fault()
    {
        var packed = IdxBytes.Packed(IdxBytes.Images(40, 5, 5));
        for (var length = 2; length < packed.Length; length++)
        {
            Assert.True(IdxBytes.Read(packed[..length]).IsLeft, $"Cut to {length} of {packed.Length} bytes it is read all the same.");
        }

        Assert.Equal("numbers: the gzip data end inside a header; expected intact gzip data.", IdxBytes.Message(IdxBytes.Read(packed[..5])));
        Assert.Equal(
            "numbers: the gzip data are damaged or end early: after 1,016 bytes unpacked, the checksum and length that must follow them are not there; expected intact gzip data.",
            IdxBytes.Message(IdxBytes.Read(packed[..^1])));
    }

    [Fact]
    public void Every_flipped_bit_of_the_packed_numbers_is_a_fault()
    {
        var packed = IdxBytes.Packed(IdxBytes.Labels([.. Enumerable.Range(0, 60).Select(i => (byte)(i % 10))]));
        var intact = IdxBytes.Tensor(packed);
        for (var bit = 80; bit < packed.Length * 8; bit++)
        {
            var damaged = (byte[])packed.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            // A flip that leaves the contents alone, in padding bits, is no damage.
            IdxBytes.Read(damaged).IfRight(tensor => Assert.Equal(intact, tensor));
        }

        var wrongChecksum = (byte[])packed.Clone();
        wrongChecksum[^8] ^= 1;
        Assert.Contains("the gzip data are damaged or end early", IdxBytes.Message(IdxBytes.Read(wrongChecksum)), StringComparison.Ordinal);
        var wrongLength = (byte[])packed.Clone();
        wrongLength[^1] ^= 1;
        Assert.Contains("the gzip data are damaged or end early", IdxBytes.Message(IdxBytes.Read(wrongLength)), StringComparison.Ordinal);
        var wrongMethod = (byte[])packed.Clone();
        wrongMethod[2] = 7;
        Assert.Equal("numbers: the gzip header names a method of compression other than deflate; expected intact gzip data.", IdxBytes.Message(IdxBytes.Read(wrongMethod)));
        byte[] nonsense = [.. packed[..10], 0xFF, 0xFF, 0xFF, .. packed[13..]];
        Assert.Equal("numbers: the gzip data are damaged: they cannot be unpacked; expected intact gzip data.", IdxBytes.Message(IdxBytes.Read(nonsense)));
    }

    [Fact]
    public void Packed_members_in_a_row_are_read_as_one_wherever_they_are_parted()
    {
        var bytes = IdxBytes.Images(700, 5, 5);
        foreach (var place in (int[])[0, 1, 4, 9, 16, 17, 8000, bytes.Length - 1, bytes.Length])
        {
            byte[] packed = [.. IdxBytes.Packed(bytes[..place]), .. IdxBytes.Packed(bytes[place..])];
            Assert.Equal(IdxBytes.Tensor(bytes).Elements, IdxBytes.Tensor(packed).Elements);
            using var pipe = new Pipe(packed, 5);
            Assert.True(IdxFile.Read(pipe, "pipe").IsRight);
            Assert.True(IdxBytes.Read(packed[..^3]).IsLeft);
            packed[IdxBytes.Packed(bytes[..place]).Length - 8] ^= 1;
            Assert.True(IdxBytes.Read(packed).IsLeft);
        }

        byte[] tooMuch = [.. IdxBytes.Packed(bytes), .. IdxBytes.Packed([1])];
        Assert.EndsWith("but more bytes follow them; expected nothing after them.", IdxBytes.Message(IdxBytes.Read(tooMuch)), StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_bytes_after_packed_data_are_padding_and_other_bytes_a_fault()
    {
        var packed = IdxBytes.Packed(IdxBytes.Images(3, 2, 2));
        Assert.True(IdxBytes.Read([.. packed, .. new byte[20_000]]).IsRight);
        Assert.Equal("numbers: after the end of the gzip data come bytes that are no gzip data; expected intact gzip data.", IdxBytes.Message(IdxBytes.Read([.. packed, 0, 0, 1, 2])));
    }

    [Fact]
    public void Every_part_that_a_gzip_header_may_have_is_passed()
    {
        var bytes = IdxBytes.Labels(4, 5, 6);
        var body = IdxBytes.Packed(bytes)[10..];
        for (var flags = 0; flags < 32; flags++)
        {
            byte[] extra = (flags & 4) != 0 ? [3, 0, 9, 9, 9] : [];
            byte[] name = (flags & 8) != 0 ? [65, 66, 0] : [];
            byte[] comment = (flags & 16) != 0 ? [67, 0] : [];
            byte[] checksum = (flags & 2) != 0 ? [1, 2] : [];
            byte[] packed = [0x1F, 0x8B, 8, (byte)flags, 0, 0, 0, 0, 0, 3, .. extra, .. name, .. comment, .. checksum, .. body];
            Assert.Equal(IdxBytes.Tensor(bytes).Elements, IdxBytes.Tensor(packed).Elements);
        }
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_gives_a_value_twice_the_same()
    {
        byte[][] files = [IdxBytes.Images(7, 3, 2), IdxBytes.Packed(IdxBytes.Images(7, 3, 2)), IdxBytes.Of(IdxBytes.Int32, [3], new byte[12]), [.. IdxBytes.Packed(IdxBytes.Labels(1)[..6]), .. IdxBytes.Packed(IdxBytes.Labels(1)[6..])]];
        for (var seed = 0UL; seed < 3000; seed++)
        {
            // One to four bytes replaced, then perhaps a cut and perhaps an addition.
            var key = RandomKey.FromSeed(seed);
            var bytes = (byte[])files[seed % (ulong)files.Length].Clone();
            for (var i = 0; i <= (int)(seed % 4); i++)
            {
                bytes[key.For("place").Bits32(i) % (uint)bytes.Length] = (byte)key.For("value").Bits32(i);
            }

            var kept = key.Bits32(0) % 3 == 0 ? (int)(key.Bits32(1) % (uint)bytes.Length) : bytes.Length;
            bytes = [.. bytes[..kept], .. new byte[key.Bits32(2) % 4 == 0 ? key.Bits32(3) % 9 : 0]];
            var first = IdxBytes.Read(bytes);
            Assert.Equal(first, IdxBytes.Read(bytes));
            using var pipe = new Pipe(bytes, 3);
            Assert.Equal(first.IsRight, IdxFile.Read(pipe, "numbers").IsRight);
            first.IfLeft(fault => Assert.Matches(@"^numbers: [^\n]+; expected [^\n]+\.$", fault.Message));
        }
    }

    [Fact]
    public void A_lying_header_allocates_next_to_nothing()
    {
        var plain = IdxBytes.Of(IdxBytes.UnsignedByte, [1000, 1000, 1000], 1, 2, 3);
        var packed = IdxBytes.Packed(plain);
        var some = IdxBytes.Packed(IdxBytes.Of(IdxBytes.UnsignedByte, [20_000_000], new byte[100_000]));
        foreach (var (file, found) in ((byte[], string)[])[(plain, "3 bytes follow the header"), (packed, "of gzip data unpack to at most")])
        {
            Assert.True(IdxBytes.Read(file).IsLeft);
            Assert.InRange(Allocated(() => Assert.Contains(found, IdxBytes.Message(IdxBytes.Read(file)), StringComparison.Ordinal)), 0, 100_000);
        }

        Assert.True(IdxBytes.Read(some).IsLeft);

        // Without a known length a first portion is allocated, and that is all.
        Assert.InRange(Allocated(() =>
        {
            using var pipe = new Pipe(plain, int.MaxValue);
            Assert.Contains("the file ends 3 bytes after the header", IdxBytes.Message(IdxFile.Read(pipe, "pipe")), StringComparison.Ordinal);
        }), 0, 1_200_000);
    }

    [Fact]
    public void Packed_data_that_swell_far_beyond_the_header_are_stopped()
    {
        var bomb = IdxBytes.Packed([.. IdxBytes.Images(3, 2, 2), .. new byte[50_000_000]]);
        Assert.InRange(bomb.Length, 0, 60_000);
        Assert.InRange(Allocated(() => Assert.Contains("but more bytes follow them", IdxBytes.Message(IdxBytes.Read(bomb)), StringComparison.Ordinal)), 0, 100_000);
    }

    [Fact]
    public void Packed_data_that_break_their_promise_cost_at_most_twice_what_arrived()
    {
        var zeros = IdxBytes.Packed([.. IdxBytes.Header(IdxBytes.UnsignedByte, 30_000_000), .. new byte[10_000_000], .. RandomBytes(30_000)]);
        var allocated = Allocated(() => Assert.Contains("but the file ends 10,030,000 bytes after the header", IdxBytes.Message(IdxBytes.Read(zeros)), StringComparison.Ordinal));
        Assert.InRange(allocated, 10_030_000, 3 * 2 * 10_030_000);
    }

    [Fact]
    public void An_honest_file_is_allocated_once()
    {
        var bytes = IdxBytes.Of(IdxBytes.UnsignedByte, [8_000_000], RandomBytes(8_000_000));
        var packed = IdxBytes.Packed(bytes);
        Assert.True(IdxBytes.Read(bytes).IsRight);
        Assert.InRange(Allocated(() => IdxBytes.Read(bytes)), 8_000_000, 8_050_000);
        Assert.InRange(Allocated(() => IdxBytes.Read(packed)), 8_000_000, 8_100_000);
    }

    private static T[] Values<T>(byte type, params byte[] numbers)
        where T : unmanaged, INumber<T> =>
        Assert.IsType<IdxElements<T>>(IdxBytes.Tensor(IdxBytes.Of(type, [3], numbers)).Elements).Values.ToArray();

    private static byte[] RandomBytes(int count)
    {
        var key = RandomKey.FromSeed(5);
        return [.. Enumerable.Range(0, count).Select(i => (byte)key.Bits32(i))];
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A stream without a length that gives a few bytes at a time.</summary>
    private sealed class Pipe(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }

    /// <summary>A stream that cannot be read.</summary>
    private sealed class Broken(Exception exception) : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw exception;

        public override int Read(byte[] buffer, int offset, int count) => throw exception;
    }
}
