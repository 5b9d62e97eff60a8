namespace Functional.Data.Tests.Npy;

using System;
using System.IO;
using System.Linq;
using System.Text;
using Functional.Testing;
using LanguageExt;
using Xunit;

public sealed class NpyFileTests
{
    private static string Script => Path.Combine(AppContext.BaseDirectory, "Npy", "numpy_arrays.py");

    [Fact]
    public void Reading_undoes_writing_for_every_type_and_shape() => Assert.All(NpyBytes.Everything(), entry =>
    {
        var read = NpyBytes.Good(NpyBytes.Read(NpyBytes.Written(entry.Array)));
        Assert.Equal(entry.Array, read);
        Assert.Equal(entry.Array.Elements.ToDoubles().ToArray(), Enumerable.Range(0, read.Elements.Count).Select(read.Elements.ValueAt));
    });

    [Fact]
    public void A_file_is_written_as_NumPy_writes_it()
    {
        // numpy.save of numpy.arange(3, dtype=numpy.float32), NumPy 1.24.2.
        var bytes = NpyBytes.Written(NpyArray.Of([0f, 1f, 2f], 3));
        Assert.Equal(
            [0x93, .. "NUMPY"u8, 1, 0, 0x76, 0, .. Encoding.ASCII.GetBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }".PadRight(0x75) + "\n"), 0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40],
            bytes);
    }

    [Fact]
    public void Numbers_begin_at_a_multiple_of_64_whatever_the_shape() => Assert.All(Enumerable.Range(0, 200), dimensions =>
    {
        var array = NpyArray.Of([(byte)7], [.. Enumerable.Repeat(1, dimensions)]);
        var bytes = NpyBytes.Written(array);
        Assert.Equal(1, bytes.Length % 64);
        Assert.Equal((byte)'\n', bytes[^2]);
        Assert.Equal(array, NpyBytes.Good(NpyBytes.Read(bytes)));
    });

    [Fact]
    public void A_header_too_long_for_version_1_is_written_in_version_2()
    {
        var array = NpyArray.Of([(byte)7], [.. Enumerable.Repeat(1, 30_000)]);
        var bytes = NpyBytes.Written(array);
        Assert.Equal(2, bytes[6]);
        Assert.Equal(array, NpyBytes.Good(NpyBytes.Read(bytes)));
    }

    [Fact]
    public void Both_byte_orders_and_both_orders_of_dimensions_are_read()
    {
        var little = NpyBytes.Good(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header("<i2", "(2, 3)"), 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1)));
        var big = NpyBytes.Good(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header(">i2", "(2, 3)"), 0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 1, 6)));
        var fortran = NpyBytes.Good(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header("<i2", "(2, 3)", "True"), 1, 0, 4, 0, 2, 0, 5, 0, 3, 0, 6, 1)));
        Assert.Equal([1, 2, 3, 4, 5, 262], Assert.IsType<NpyElements<short>>(little.Elements).Values.ToArray());
        Assert.Equal(little, big);
        Assert.Equal(little, fortran);
        var cube = NpyBytes.Good(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header("|u1", "(2, 1, 3, 2)", "True"), 0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11)));
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (byte)i), Assert.IsType<NpyElements<byte>>(cube.Elements).Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_version_is_read(byte version) =>
        Assert.Equal([9d], NpyBytes.Good(NpyBytes.Read(NpyBytes.Versioned(version, NpyBytes.Header("|u1", "()"), 9))).Elements.ToDoubles().ToArray());

    [Theory]
    [InlineData("{'shape': (1,), 'fortran_order': False, 'descr': '|u1'}\n")]
    [InlineData("{\"descr\": \"|u1\", \"fortran_order\": False, \"shape\": (1,)}\n")]
    [InlineData("{'descr':'<u1','fortran_order':True,'shape':(1,),}        \n")]
    public void A_dictionary_may_be_spelt_otherwise(string header) => Assert.Equal([9d], NpyBytes.Good(NpyBytes.Read(NpyBytes.Of(header, 9))).Elements.ToDoubles().ToArray());

    [Theory]
    [InlineData("'|O'", "pickled Python objects, which could run code and are never read")]
    [InlineData("'<U5'", "text")]
    [InlineData("'|S5'", "text")]
    [InlineData("'<c8'", "complex numbers")]
    [InlineData("'<M8[ns]'", "times")]
    [InlineData("'<f16'", "extended floating-point numbers")]
    [InlineData("'<f3'", "the header tells the type '<f3'")]
    [InlineData("'f4'", "the header tells the type 'f4'")]
    [InlineData("'|f4'", "the header tells the type '|f4'")]
    [InlineData("'<f04'", "the header tells the type '<f04'")]
    [InlineData("[('a', '<f4')]", "the header tells a structured type")]
    [InlineData("__import__('os')", "the header has '__import__('os')")]
    [InlineData("'<f4' + ''", "the header has '+ ''")]
    public void Other_types_are_refused_by_name(string descriptor, string found) =>
        Assert.Contains(found, NpyBytes.Message(NpyBytes.Read(NpyBytes.Of($"{{'descr': {descriptor}, 'fortran_order': False, 'shape': (1,), }}\n", 1, 2, 3, 4))), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "ends too early")]
    [InlineData("{}\n", "has no 'descr'")]
    [InlineData("{'descr': '|u1', 'fortran_order': False}\n", "has no 'shape'")]
    [InlineData("{'descr': '|u1', 'shape': (1,)}\n", "has no 'fortran_order'")]
    [InlineData("{'descr': '|u1', 'descr': '|u1'}\n", "has 'descr' twice")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,), 'more': 1}\n", "has 'more'")]
    [InlineData("{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}\n", "True or False")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': 1}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (01,)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1.0,)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (9999999999,)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,,)}\n", "a tuple")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} x\n", "spaces and a line feed")]
    [InlineData("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}", "spaces and a line feed")]
    [InlineData("{'descr': '|u1' 'fortran_order': False}\n", "a comma or }")]
    [InlineData("{'descr' '|u1'}\n", "a colon behind 'descr'")]
    [InlineData("{'descr': '|u1\\'}\n", "a type in quotes")]
    public void A_header_that_is_no_such_dictionary_is_refused(string header, string message) =>
        Assert.Contains(message, NpyBytes.Message(NpyBytes.Read(NpyBytes.Of(header, 1))), StringComparison.Ordinal);

    [Theory]
    [InlineData("(2147483647, 2147483647, 2147483647, 2147483647)", "more bytes than can be counted")]
    [InlineData("(2147483647,)", "2,147,483,647 bytes, but 1 byte follow")]
    [InlineData("(0,)", "0 bytes, but 1 byte follow")]
    [InlineData("(0, 2147483647, 2147483647, 2147483647)", "0 bytes, but 1 byte follow")]
    public void A_shape_that_promises_other_than_there_is_is_refused(string shape, string found) =>
        Assert.Contains(found, NpyBytes.Message(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header("|u1", shape), 1))), StringComparison.Ordinal);

    [Fact]
    public void A_pipe_that_promises_much_allocates_little()
    {
        using var pipe = new Pipe(NpyBytes.Of(NpyBytes.Header("<f8", "(100000000,)"), 1, 2, 3));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("the file ends 3 bytes after the header", NpyBytes.Message(NpyFile.Read(pipe, "pipe")), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
        using var endless = new Pipe(NpyBytes.Versioned(2, string.Empty)[..8].Concat(new byte[] { 0xFF, 0xFF, 0xFF, 0x7F }).ToArray());
        Assert.Contains("the header is said to have 2,147,483,647 bytes", NpyBytes.Message(NpyFile.Read(endless, "pipe")), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_dimensions_in_Fortran_order_take_no_longer_than_few()
    {
        var shape = $"({string.Concat(Enumerable.Repeat("1,", 200_000))}400,400)";
        var numbers = Enumerable.Range(0, 160_000).Select(i => (byte)(i / 400)).ToArray();
        var read = NpyBytes.Good(NpyBytes.Read(NpyBytes.Versioned(2, NpyBytes.Header("|u1", shape, "True"), numbers)));
        Assert.Equal(Enumerable.Range(0, 160_000).Select(i => (byte)(i % 400)), Assert.IsType<NpyElements<byte>>(read.Elements).Values);
    }

    [Fact]
    public void More_than_the_limit_is_a_fault()
    {
        var bytes = NpyBytes.Written(NpyArray.Of([1f, 2f], 2));
        Assert.True(NpyBytes.Read(bytes, 8).IsRight);
        Assert.Contains("at most 7 bytes", NpyBytes.Message(NpyBytes.Read(bytes, 7)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => NpyBytes.Read(bytes, 0));
    }

    [Fact]
    public void A_truth_that_is_neither_0_nor_1_is_a_fault() =>
        Assert.Contains("number 1 is the byte 2, of type bool", NpyBytes.Message(NpyBytes.Read(NpyBytes.Of(NpyBytes.Header("|b1", "(2,)"), 1, 2))), StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { }, "the file is empty")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 5 }, "which look like a ZIP archive")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1 }, "inside the version")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 4, 0, 0 }, "the version is 4.0")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 1, 0 }, "the version is 1.1")]
    [InlineData(new byte[] { 0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 9 }, "inside the header's length")]
    public void What_is_no_NumPy_array_is_a_fault(byte[] bytes, string found) => Assert.Contains(found, NpyBytes.Message(NpyBytes.Read(bytes)), StringComparison.Ordinal);

    [Fact]
    public void Every_truncation_is_refused()
    {
        foreach (var (_, array) in NpyBytes.Everything().Filter(entry => entry.Array.Elements.Count > 0))
        {
            var bytes = NpyBytes.Written(array);
            Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.True(NpyBytes.Read(bytes[..length]).IsLeft, $"{array} is read from {length} of {bytes.Length} bytes."));
        }
    }

    [Fact]
    public void Every_change_of_a_byte_is_refused_or_is_the_number_that_it_makes()
    {
        NpyArray[] arrays = [NpyArray.Of([1.5f, -2f, 3e-7f, float.MaxValue, 0f, 7f], 2, 3), NpyArray.Of([1d, -2d, 1e300], 3), NpyArray.Of<byte>([0, 1, 2, 254], 4, 1), NpyArray.Of([true, false], 2)];
        foreach (var array in arrays)
        {
            var bytes = NpyBytes.Written(array);
            var start = bytes.Length - (array.Elements.Count * array.Elements.Type.Size);
            var descriptor = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(array.Elements.Type.Descriptor));
            var comma = bytes.AsSpan().LastIndexOf(", }"u8);
            var read = 0;
            for (var place = 0; place < bytes.Length; place++)
            {
                for (var value = 0; value < 256; value++)
                {
                    if (value == bytes[place])
                    {
                        continue;
                    }

                    var changed = (byte[])bytes.Clone();
                    changed[place] = (byte)value;
                    NpyBytes.Read(changed).IfRight(other =>
                    {
                        read++;
                        if (place >= start)
                        {
                            Assert.Equal(changed, NpyBytes.Written(other));
                        }
                        else if (place == comma)
                        {
                            // The comma behind the last entry may be left out.
                            Assert.Equal(((byte)' ', array), (changed[place], other));
                        }
                        else
                        {
                            // There is no checksum, so another type of the same size, or the other byte order, is another array of the same bytes.
                            Assert.InRange(place, descriptor, descriptor + 1);
                            Assert.Equal(array.Shape.ToArray(), other.Shape.ToArray());
                            Assert.Equal(array.Elements.Type.Size, other.Elements.Type.Size);
                            Assert.Equal(bytes[start..], changed[descriptor] == (byte)'>' ? Reversed(other) : NpyBytes.Written(other)[^(bytes.Length - start)..]);
                        }
                    });
                }
            }

            Assert.True(read >= (array.Elements.Type == NpyType.Booleans ? array.Elements.Count : 255 * (bytes.Length - start)), $"Only {read} changes of {array} were read.");
        }
    }

    [PythonFact]
    public void NumPy_reads_what_is_written_here()
    {
        using var directory = new TemporaryDirectory();
        foreach (var (name, array) in NpyBytes.Everything())
        {
            Assert.True(NpyFile.Write(Path.Combine(directory.Path, $"{name}.npy"), array).IsRight);
        }

        NpzFile.Write(Path.Combine(directory.Path, "stored.npz"), NpyBytes.Everything());
        NpzFile.Write(Path.Combine(directory.Path, "deflated.npz"), NpyBytes.Everything(), deflated: true);
        Assert.Equal("ok", Python.Run(Script, "check", directory.Path).Trim());
    }

    [PythonFact]
    public void What_NumPy_writes_is_read_here()
    {
        using var directory = new TemporaryDirectory();
        Python.Run(Script, "write", directory.Path);
        foreach (var (name, array) in NpyBytes.Everything())
        {
            Assert.All((string[])["", "_fortran", "_big", "_v2", "_v3"], form =>
                Assert.Equal(array, NpyBytes.Good(NpyFile.Read(Path.Combine(directory.Path, $"{name}{form}.npy")))));
            Assert.All((string[])["stored", "deflated"], archive => Assert.Equal(
                array,
                NpyBytes.Good(NpzFile.Read(Path.Combine(directory.Path, $"{archive}.npz")).Bind(arrays => arrays.Find(name)))));
        }

        Assert.Contains("pickled Python objects", NpyBytes.Message(NpyFile.Read(Path.Combine(directory.Path, "objects.npy"))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_an_array_is_a_programmers_mistake()
    {
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1f, 2f], 3));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1f, 2f], -1, -2));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1f, 2f], int.MaxValue, int.MaxValue, int.MaxValue));
        Assert.Throws<ArgumentException>(() => NpyArray.Of([1m], 1));
    }

    [Fact]
    public void What_is_no_file_is_a_fault()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("there is no such file", NpyBytes.Message(NpyFile.Read(Path.Combine(directory.Path, "nowhere"))), StringComparison.Ordinal);
        Assert.Contains("this is a directory", NpyBytes.Message(NpyFile.Read(directory.Path)), StringComparison.Ordinal);
        Assert.Contains("the path is empty", NpyBytes.Message(NpyFile.Read(string.Empty)), StringComparison.Ordinal);
        Assert.Contains("there is no directory", NpyBytes.Message(NpyFile.Write(Path.Combine(directory.Path, "no", "where"), NpyArray.Of([1f], 1))), StringComparison.Ordinal);
    }

    private static byte[] Reversed(NpyArray array)
    {
        var (bytes, size) = (NpyBytes.Written(array), array.Elements.Type.Size);
        return [.. bytes[^(array.Elements.Count * size)..].Chunk(size).SelectMany(number => number.Reverse())];
    }

    /// <summary>A stream without a length.</summary>
    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();
    }
}
