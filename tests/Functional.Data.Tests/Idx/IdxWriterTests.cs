namespace Functional.Data.Tests.Idx;

using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Functional.Numerics.Randomness;
using Xunit;

public sealed class IdxWriterTests
{
    [Fact]
    public void Reading_undoes_writing_for_every_type_and_shape_packed_or_not()
    {
        foreach (var shape in (int[][])[[1], [7], [2, 3], [1, 1, 1], [3, 28, 28], [101, 173]])
        {
            Check(shape, bits => (byte)bits);
            Check(shape, bits => (sbyte)bits);
            Check(shape, bits => (short)bits);
            Check(shape, bits => (int)bits);
            Check(shape, bits => (float)bits / 3);
            Check(shape, bits => (double)bits / 3);
        }
    }

    [Fact]
    public void Bytes_are_those_of_the_format() =>
        Assert.Equal(IdxBytes.Of(IdxBytes.Int16, [2, 1], 0x80, 0, 1, 2), Written<short>([short.MinValue, 258], [2, 1], false));

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "labels.gz");
        Assert.True(IdxFile.Write<byte>(path, [1, 2, 3], [3], packed: true).IsRight);
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(path)[..2]);
        Assert.Equal("3 unsigned bytes", IdxFile.Read(path).Map(tensor => tensor.ToString()[(path.Length + 2)..]).IfLeft(fault => fault.Message));
        Assert.Single(Directory.GetFileSystemEntries(directory.Path));
        Assert.Contains("there is no directory", IdxFile.Write<byte>(Path.Combine(directory.Path, "no", "where"), [1], [1]).Match(Right: _ => string.Empty, Left: fault => fault.Message), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_format_cannot_hold_is_a_programmers_mistake()
    {
        Assert.Throws<ArgumentException>(() => Written<long>([1], [1], false));
        Assert.Throws<ArgumentException>(() => Written<byte>([1], [], false));
        Assert.Throws<ArgumentException>(() => Written<byte>([1], [2], false));
        Assert.Throws<ArgumentException>(() => Written<byte>([], [0], false));
        Assert.Throws<ArgumentException>(() => Written<byte>([1], [.. Enumerable.Repeat(1, 256)], false));
        Assert.Equal(255 + 1, 1 + IdxBytes.Tensor(Written<byte>([1], [.. Enumerable.Repeat(1, 255)], false)).Dimensions.Length);
    }

    private static void Check<T>(int[] shape, Func<long, T> number)
        where T : unmanaged, INumber<T>
    {
        var key = RandomKey.FromSeed(6);
        ImmutableArray<T> values = [.. Enumerable.Range(0, shape.Aggregate(1, (product, size) => product * size)).Select(i => number(key.Bits32(i) - (1L << 31)))];
        foreach (var packed in (bool[])[false, true])
        {
            var bytes = Written(values, [.. shape], packed);
            var tensor = IdxBytes.Tensor(bytes);
            Assert.Equal(shape, tensor.Dimensions.ToArray());
            Assert.Equal(values.ToArray(), Assert.IsType<IdxElements<T>>(tensor.Elements).Values.ToArray());
            Assert.Equal(bytes, Written(values, [.. shape], packed));
        }
    }

    private static byte[] Written<T>(ImmutableArray<T> values, ImmutableArray<int> dimensions, bool packed)
        where T : unmanaged, INumber<T>
    {
        using var stream = new MemoryStream();
        IdxFile.Write(stream, values, dimensions, packed);
        return stream.ToArray();
    }
}
