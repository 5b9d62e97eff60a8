namespace Functional.Data.Tests.Lines;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class SampleLinesTests
{
    [Theory]
    [InlineData("1,2.5,-3e2")]
    [InlineData("1 2.5 -3e2")]
    [InlineData("  1\t2.5   -3E+2  ")]
    [InlineData(" 1 , 2.5 ,-300.0 ")]
    [InlineData("[1, 2.5, -300]")]
    [InlineData(" [ 1 ,2.5,-3e2 ] ")]
    [InlineData("1,\"2.5\", \"-300\" ")]
    [InlineData("1,2.5,-300\r")]
    [InlineData("\uFEFF1,2.5,-300")]
    [InlineData("\n\n  \n1,2.5,-300\n\r\n", 4)]
    public void Numbers_stand_behind_commas_spaces_or_in_an_array(string text, int line = 1) =>
        Assert.Equal([new Arrival.Sample(line, [1, 2.5, -300])], Read(text, 3));

    [Theory]
    [InlineData("1,x,3", "line 1, column 3", "'x' for feature 1", "a finite number")]
    [InlineData("ä,2,3", "line 1, column 1", "'ä' for feature 0", "a finite number")]
    [InlineData("1, ä ,x", "line 1, column 4", "'ä' for feature 1", "a finite number")]
    [InlineData("1,,3", "line 1, column 3", "nothing for feature 1", "a finite number")]
    [InlineData("1,2,", "line 1, column 5", "nothing for feature 2", "a finite number")]
    [InlineData("1;2;3", "line 1, column 1", "'1;2;3' for feature 0", "a finite number with a point")]
    [InlineData("0,5 1,5 2", "line 1, column 3", "'5 1' for feature 1", "a finite number with a point")]
    [InlineData("1 NaN 3", "line 1, column 3", "'NaN' for feature 1", "a finite number")]
    [InlineData("1 2 1e999", "line 1, column 5", "'1e999' for feature 2", "a finite number")]
    [InlineData("1 2", "line 1, column 4", "there are 2 numbers", "3 numbers as in a test")]
    [InlineData("1 2 3 4 5", "line 1, column 7", "there are 5 numbers", "3 numbers")]
    [InlineData("[]", "line 1, column 3", "there are 0 numbers", "3 numbers")]
    [InlineData("[1,2", "line 1, column 5", "the line ends within an array", "a closing ]")]
    [InlineData("[1,[2],3]", "line 1, column 4", "an array within the array", "one array")]
    [InlineData("[1,2,3] 4", "line 1, column 9", "'4' behind the array", "the end of the line")]
    [InlineData("[1,2 3]", "line 1, column 6", "'3]'", "a comma or a closing ]")]
    [InlineData("[1,\"2\",3]", "line 1, column 4", "'\"2\"' for feature 1", "a finite number")]
    [InlineData("{\"a\":1}", "line 1, column 1", "a JSON object", "as a JSON array")]
    [InlineData("1,\"2,3", "line 1, column 3", "a quotation mark that is not closed", "a closing one")]
    [InlineData("1,\"2\"3,3", "line 1, column 6", "'3,3' behind a closing quotation mark", "a comma")]
    [InlineData("\n\n1 2 \u0007", "line 3, column 5", "'\uFFFD' for feature 2", "a finite number")]
    public void A_fault_names_line_and_column_what_was_found_and_what_would_be_right(string text, string place, string found, string expected)
    {
        var fault = Assert.IsType<Arrival.Fault>(Assert.Single(Read(text, 3)));
        Assert.Equal(place, fault.Reason.Place);
        Assert.Contains(found, fault.Reason.Found, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Reason.Expected, StringComparison.Ordinal);
        Assert.False(fault.EndsAll);
    }

    [Fact]
    public void Behind_a_faulty_line_the_next_one_is_read() =>
        Assert.Equal([typeof(Arrival.Sample), typeof(Arrival.Fault), typeof(Arrival.Sample)], Read("1 2\n3\n4 5\n", 2).Select(arrival => arrival.GetType()));

    [Fact]
    public void Every_double_that_is_written_is_read_with_its_bits_in_any_culture()
    {
        var bits = RandomKey.FromSeed(5).For("numbers");
        var numbers = Enumerable.Range(0, 5000).Select(index => BitConverter.UInt64BitsToDouble(bits.Bits64(index)))
            .Where(double.IsFinite).Concat([0, -0.0, double.Epsilon, double.MaxValue, 123456789012345, 1234567890123456, 0.1]).ToArray();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
            CultureInfo.CurrentCulture = german;
            foreach (var separator in new[] { ",", " ", ", " })
            {
                var sample = Assert.IsType<Arrival.Sample>(Assert.Single(Read(string.Join(separator, numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))), numbers.Length)));
                Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits), sample.Features.Select(BitConverter.DoubleToInt64Bits));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Columns_that_are_no_features_are_left_out_by_position_or_by_name()
    {
        Assert.Equal([new Arrival.Sample(1, [1, 2])], Read("7,1,Smith; John,2", 2, ignored: ["1", "3"]));
        Assert.Equal([new Arrival.Sample(1, [1, 2])], Read("[\"a, \\\" b\", 1, 2]", 2, ignored: ["1"]));
        Assert.Equal([new Arrival.Sample(2, [1, 2])], Read("name,\"the \"\"x\"\"\", y \n\"Smith, John\",1,2", 2, hasHeader: true, ignored: ["name"]));
        Assert.Equal([new Arrival.Sample(3, [1, 2])], Read("\nx y label\n1 2 setosa", 2, hasHeader: true, ignored: ["label"]));
        Assert.Contains("3 numbers besides the ignored columns", Assert.IsType<Arrival.Fault>(Assert.Single(Read("7,1,2,3", 2, ignored: ["1"]))).Reason.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x,y,z\n1,2,3", "", "the header has 3 columns")]
    [InlineData("x,y\n1,2", "label", "no column is named 'label'")]
    public void A_header_that_does_not_fit_ends_all(string text, string ignored, string found)
    {
        var fault = Assert.IsType<Arrival.Fault>(Assert.Single(Read(text, 2, hasHeader: true, ignored: ignored.Length == 0 ? [] : [ignored])));
        Assert.Contains(found, fault.Reason.Found, StringComparison.Ordinal);
        Assert.True(fault.EndsAll);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(65536)]
    public void It_does_not_matter_in_what_pieces_bytes_arrive(int piece)
    {
        var text = string.Join('\n', Enumerable.Range(0, 300).Select(line => line % 7 == 3 ? "ä" : $"{line} {line / 8.0}"));
        Assert.Equal(Read(text, 2), SampleLines.Read(new Pieces(Encoding.UTF8.GetBytes(text), piece), new LineFormat(new SampleShape(2))).Where(arrival => arrival is not Arrival.Pause));
    }

    [Fact]
    public void Before_bytes_are_waited_for_all_whole_lines_are_handed_out()
    {
        var stream = new Pieces("1 2\n3 4\n5 "u8.ToArray(), 4);
        var seen = new List<string>();
        foreach (var arrival in SampleLines.Read(stream, new LineFormat(new SampleShape(2))))
        {
            seen.Add($"{arrival.GetType().Name} {stream.Reads}");
        }

        Assert.Equal(["Pause 0", "Sample 1", "Pause 1", "Sample 2", "Pause 2", "Pause 3", "Fault 4"], seen);
    }

    [Fact]
    public void A_line_without_end_is_refused_in_bounded_memory()
    {
        var most = SampleLines.MaximumLineBytes(2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var arrivals = SampleLines.Read(new Endless((byte)'1', 40L * most, "\n1 2\n"), new LineFormat(new SampleShape(2))).Where(arrival => arrival is not Arrival.Pause).ToArray();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8L * most);
        Assert.Contains($"more than {most:N0} bytes", Assert.IsType<Arrival.Fault>(arrivals[0]).Reason.Found, StringComparison.Ordinal);
        Assert.Equal(new Arrival.Sample(2, [1, 2]), arrivals[1]);
        Assert.Equal(2, arrivals.Length);
        Assert.IsType<Arrival.Fault>(Assert.Single(SampleLines.Read(new Endless((byte)'1', 3L * most, string.Empty), new LineFormat(new SampleShape(2))), arrival => arrival is not Arrival.Pause));
    }

    [Fact]
    public void A_stream_that_fails_ends_all_with_a_fault()
    {
        var fault = Assert.IsType<Arrival.Fault>(SampleLines.Read(new Failing(), new LineFormat(new SampleShape(2))).Last());
        Assert.True(fault.EndsAll);
        Assert.Contains("the cable is cut", fault.Reason.In("it").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_for_bytes_ends_when_it_is_asked_to()
    {
        using var stop = new CancellationTokenSource();
        var waiting = Task.Run(() => SampleLines.Read(new Silent(), new LineFormat(new SampleShape(2)), stop.Token).Count());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public void Without_a_header_columns_have_no_names() =>
        Assert.Throws<ArgumentException>(() => new LineFormat(new SampleShape(2), ignored: Prelude.Seq1("label")));

    /// <summary>Whatever the bytes, each line is a sample, a fault or blank: nothing else comes, and nothing is thrown.</summary>
    [Fact]
    public void Any_bytes_give_samples_and_faults_and_no_exception()
    {
        var alphabet = Encoding.UTF8.GetBytes("0123456789.,;eE+-[]{}\"' \t\\\rä\u0000x\n\n");
        var random = RandomKey.FromSeed(11).For("bytes");
        for (var round = 0; round < 3000; round++)
        {
            var key = random.At(round);
            var bytes = Enumerable.Range(0, 1 + (int)(key.Bits32(0) % 60)).Select(index => alphabet[(int)(key.Bits32(index + 1) % (uint)alphabet.Length)]).ToArray();
            var lines = Encoding.Latin1.GetString(bytes).Split('\n').Count(line => line.Trim(' ', '\t').Length > 0);
            var format = new LineFormat(new SampleShape(2), ignored: round % 2 == 0 ? Seq<string>.Empty : Prelude.Seq1("2"));
            var arrivals = SampleLines.Read(new MemoryStream(bytes), format).Where(arrival => arrival is not Arrival.Pause).ToArray();
            Assert.InRange(arrivals.Length, 0, lines);
            Assert.All(arrivals.OfType<Arrival.Sample>(), sample => Assert.Equal(2, sample.Features.Length));
        }
    }

    private static Arrival[] Read(string text, int features, bool hasHeader = false, string[]? ignored = null) =>
        [.. SampleLines.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            new LineFormat(new SampleShape(features), hasHeader, (ignored ?? []).ToSeq().Strict(), "a test")).Where(arrival => arrival is not Arrival.Pause)];

    /// <summary>A stream of which nothing but reading is known.</summary>
    private abstract class Source : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Pieces(byte[] bytes, int piece) : Source
    {
        private int at;

        public int Reads { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Reads++;
            var taken = Math.Min(Math.Min(piece, count), bytes.Length - at);
            bytes.AsSpan(at, taken).CopyTo(buffer.AsSpan(offset));
            at += taken;
            return taken;
        }
    }

    private sealed class Endless(byte letter, long count, string end) : Source
    {
        private readonly byte[] last = Encoding.UTF8.GetBytes(end);
        private long left = count;
        private bool isOver;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (left > 0)
            {
                var taken = (int)Math.Min(left, count);
                buffer.AsSpan(offset, taken).Fill(letter);
                left -= taken;
                return taken;
            }

            if (isOver)
            {
                return 0;
            }

            isOver = true;
            last.CopyTo(buffer.AsSpan(offset));
            return last.Length;
        }
    }

    private sealed class Failing : Source
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("the cable is cut");
    }

    private sealed class Silent : Source
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            Thread.Sleep(Timeout.Infinite);
            return 0;
        }
    }
}
