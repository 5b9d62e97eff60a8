namespace Functional.Data.Tests.Npy;

using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using LanguageExt;
using Xunit;

public sealed class NpzFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reading_undoes_writing(bool deflated)
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "arrays.npz");
        Assert.True(NpzFile.Write(path, NpyBytes.Everything(), deflated).IsRight);
        Assert.Equal(NpyBytes.Everything(), NpzFile.Read(path).Match(Right: archive => archive.Arrays, Left: fault => throw new InvalidDataException(fault.Message)));
        Assert.Single(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact]
    public void Equal_arrays_give_equal_bytes() => Assert.Equal(Bytes(NpyBytes.Everything(), true), Bytes(NpyBytes.Everything(), true));

    [Theory]
    [InlineData("../a.npy", "leads out of a directory")]
    [InlineData("/a.npy", "leads out of a directory")]
    [InlineData("a/../../b.npy", "leads out of a directory")]
    [InlineData("..\\a.npy", "has letters that a name cannot have")]
    [InlineData("C:a.npy", "has letters that a name cannot have")]
    [InlineData("a\nb.npy", "has letters that a name cannot have")]
    [InlineData(".npy", "is empty")]
    [InlineData("folder/", "leads out of a directory")]
    [InlineData("a.txt", "there is a file 'a.txt'")]
    public void Odd_names_are_refused(string name, string found) => Assert.Contains(found, Message(Zip((name, NpyBytes.Written(NpyArray.Of([1f], 1))))), StringComparison.Ordinal);

    [Fact]
    public void A_name_that_comes_twice_is_refused()
    {
        var array = NpyBytes.Written(NpyArray.Of([1f], 1));
        Assert.Contains("there are two arrays 'a.npy'", Message(Zip(("a.npy", array), ("a.npy", array))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_that_is_none_is_told_with_its_name() =>
        Assert.Equal("archive, x: the file starts with the bytes 68 65 6C 6C, which look like text; expected a NumPy array, which starts with the bytes 93 4E 55 4D 50 59 and a version.", Message(Zip(("x.npy", "hello"u8.ToArray()))));

    [Fact]
    public void A_name_that_is_missing_is_told_with_those_that_are_there()
    {
        var archive = Read(Zip(("x.npy", NpyBytes.Written(NpyArray.Of([1f], 1))))).Match(Right: read => read, Left: fault => throw new InvalidDataException(fault.Message));
        Assert.True(archive.Contains("x"));
        Assert.Equal("archive: the arrays are x; expected an array y.", NpyBytes.Message(archive.Find("y")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_changed_bit_of_the_numbers_goes_unnoticed(bool deflated)
    {
        var bytes = Bytes(Prelude.Seq1(("x", NpyArray.Of([1f, 2f, 3f, 4f, 5f], 5))), deflated);
        var intact = Read(bytes);
        var central = bytes.AsSpan().LastIndexOf("PK\x1\x2"u8);
        for (var place = 30; place < central; place++)
        {
            var changed = (byte[])bytes.Clone();
            changed[place] ^= 1;
            Read(changed).IfRight(archive => Assert.Equal(intact.Map(read => read.Arrays), archive.Arrays));
        }

        bytes[^30] ^= 1;
        bytes[central + 16] ^= 1;
        Assert.True(Read(bytes).IsLeft);
    }

    [Fact]
    public void A_wrong_checksum_is_a_fault()
    {
        var bytes = Bytes(Prelude.Seq1(("x", NpyArray.Of([1f, 2f, 3f, 4f, 5f], 5))), false);
        bytes[bytes.AsSpan().LastIndexOf("PK\x1\x2"u8) + 16] ^= 1;
        Assert.True(Read(bytes).IsLeft);
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        var bytes = Bytes(NpyBytes.Everything().Take(3).ToSeq().Strict(), true);
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.True(Read(bytes[..length]).IsLeft, $"It is read from {length} of {bytes.Length} bytes."));
    }

    [Fact]
    public void Much_in_little_is_bounded_by_the_limit()
    {
        var bytes = Bytes(Prelude.Seq1(("x", NpyArray.Of([.. new byte[50_000_000]], 50_000_000))), true);
        Assert.InRange(bytes.Length, 1, 100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new MemoryStream(bytes);
        Assert.Contains("at most 1,000,000 bytes", NpyBytes.Message(NpzFile.Read(stream, "archive", 1_000_000)), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Entries_that_share_their_bytes_cannot_multiply_them()
    {
        // One body of zeros, and a directory that names it a hundred times.
        var bytes = Bytes(Prelude.Seq1(("x", NpyArray.Of([.. new byte[10_000_000]], 10_000_000))), true);
        var central = bytes.AsSpan().LastIndexOf("PK\x1\x2"u8);
        var end = bytes.AsSpan().LastIndexOf("PK\x5\x6"u8);
        var entry = bytes[central..end];
        var entries = Enumerable.Range(0, 100).SelectMany(i =>
        {
            var own = (byte[])entry.Clone();
            own[46] = (byte)('0' + i);
            return own;
        }).ToArray();
        var tail = bytes[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(8), 100);
        BinaryPrimitives.WriteUInt16LittleEndian(tail.AsSpan(10), 100);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), entries.Length);
        Assert.Contains("more than", Message([.. bytes[..central], .. entries, .. tail]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_archive_is_a_fault()
    {
        Assert.Contains("the file is empty", Message([]), StringComparison.Ordinal);
        Assert.Contains("look like a NumPy array", Message(NpyBytes.Written(NpyArray.Of([1f], 1))), StringComparison.Ordinal);
        Assert.Contains("archive: ", Message([.. "PK\x3\x4"u8, 0, 0, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_cannot_be_are_a_programmers_mistake()
    {
        var array = NpyArray.Of([1f], 1);
        Assert.Throws<ArgumentException>(() => Bytes(Prelude.Seq(("a", array), ("a", array)), false));
        Assert.Throws<ArgumentException>(() => Bytes(Prelude.Seq1(("../a", array)), false));
    }

    private static byte[] Bytes(Seq<(string, NpyArray)> arrays, bool deflated)
    {
        using var stream = new MemoryStream();
        NpzFile.Write(stream, arrays, deflated);
        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static Either<DataFault, NpzArchive> Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return NpzFile.Read(stream, "archive");
    }

    private static string Message(byte[] bytes) => NpyBytes.Message(Read(bytes));
}
