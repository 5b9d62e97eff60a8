namespace Functional.Data.Tests.Csv;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class CsvFileTests
{
    private static readonly CsvLabel LastClass = new CsvLabel.Classes(CsvColumn.Last);

    [Fact]
    public void Whole_numbers_to_255_stay_bytes()
    {
        var table = Good("a,b,label\n0,255,3\n7,042,0\n", new(label: LastClass));
        Assert.Equal(["a", "b"], table.FeatureNames.ToArray());
        Assert.Equal(new ByteFeatures([0, 255, 7, 42], 2), table.Features);
        Assert.Equal(new ClassLabels([3, 0], 4), Labels(table));
        Assert.Equal("set: 2 samples of 2, 4 classes", TestSets.Good(table.ToDataSet("set")).ToString());
    }

    [Theory]
    [InlineData("256", 256)]
    [InlineData("-1", -1)]
    [InlineData("0.5", 0.5)]
    [InlineData("1e-3", 1e-3)]
    [InlineData("-0", -0d)]
    [InlineData(" 7 ", 7)]
    [InlineData("1.7976931348623157E+308", double.MaxValue)]
    [InlineData("\"3.25\"", 3.25)]
    public void Another_number_makes_all_of_them_doubles(string text, double value)
    {
        var table = Good($"1,2\n3,{text}\n5,6\n", new(hasHeader: false));
        Assert.Equal(new RealFeatures([1, 2, 3, value, 5, 6], 2), table.Features);
        Assert.Equal(["1", "2"], table.FeatureNames.ToArray());
        Assert.True(table.Labels.IsNone);
    }

    [Fact]
    public void Random_numbers_come_back_at_any_size_and_in_any_pieces()
    {
        var key = RandomKey.FromSeed(8);
        foreach (var (rows, columns) in ((int, int)[])[(1, 1), (2, 7), (101, 13), (1009, 31), (3, 20_011)])
        {
            foreach (var real in (bool[])[false, true])
            {
                var numbers = Enumerable.Range(0, rows * columns).Select(i => real && i > rows * columns / 2 ? key.Bits32(i) / 1e7 : key.Bits32(i) % 256).ToArray();
                var text = string.Join('\n', numbers.Chunk(columns).Select(row => string.Join(',', row.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))));
                Features expected = numbers.All(number => number <= 255 && Math.Floor(number).Equals(number))
                    ? new ByteFeatures([.. numbers.Select(number => (byte)number)], columns)
                    : new RealFeatures([.. numbers], columns);
                Assert.Equal(expected, Good(text, new(hasHeader: false)).Features);
                using var pipe = new Pipe(Encoding.UTF8.GetBytes(text));
                Assert.Equal(expected, TestSets.Good(CsvFile.Read(pipe, "pipe", new(hasHeader: false))).Features);
            }
        }
    }

    [Fact]
    public void Separators_quotes_line_ends_and_byte_order_marks_are_understood()
    {
        var expected = Good("a;\"b;c\"\n1;2\n", new(';'));
        Assert.Equal(["a", "b;c"], expected.FeatureNames.ToArray());
        Assert.Equal(expected, Good("\uFEFFa;\"b;c\"\r\n\"1\";2\r\n\r\n", new(';')));
        Assert.Equal(expected, Good("a\t\"b;c\"\n1\t2", new('\t')));
        using var wide = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a;\"b;c\"\n1;2\n")]);
        Assert.Equal(expected, TestSets.Good(CsvFile.Read(wide, "text", new(';'))));
    }

    [Fact]
    public void The_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = other;
        try
        {
            Assert.Equal(new RealFeatures([1.5, 2000.25], 2), Good("1.5,2000.25\n", new(hasHeader: false)).Features);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("cat,dog,cat,ant", new[] { 1, 2, 1, 0 }, new[] { "ant", "cat", "dog" })]
    [InlineData("2,0,2,10", new[] { 2, 0, 2, 10 }, new string[0])]
    [InlineData("02,0,02,10", new[] { 1, 0, 1, 2 }, new[] { "0", "02", "10" })]
    [InlineData("-1,1,1,-1", new[] { 0, 1, 1, 0 }, new[] { "-1", "1" })]
    [InlineData("é,z,Z,a", new[] { 3, 2, 0, 1 }, new[] { "Z", "a", "z", "é" })]
    public void Classes_are_whole_numbers_or_names_in_the_order_of_their_characters(string labels, int[] classes, string[] names)
    {
        var found = Assert.IsType<ClassLabels>(Labels(Good($"x,y\n{string.Concat(labels.Split(',').Select(label => $"1,{label}\n"))}", new(label: new CsvLabel.Classes(new CsvColumn.Named("y"))))));
        Assert.Equal(classes, found.Classes.ToArray());
        Assert.Equal(names, found.Names.ToArray());
    }

    [Fact]
    public void Classes_that_are_given_keep_their_order_and_no_others_may_come()
    {
        var format = new CsvFormat(label: new CsvLabel.Classes(new CsvColumn.At(1), Prelude.Seq("no", "yes", "perhaps")));
        Assert.Equal(new ClassLabels([1, 0], 3, ["no", "yes", "perhaps"]), Labels(Good("y,x\nyes,1\nno,2\n", format)));
        Assert.Equal(["text, line 3, column 1 ('y'): the field is 'never'; expected one of no, yes, perhaps."], Messages("y,x\nyes,1\nnever,2\n", format));
    }

    [Fact]
    public void A_label_column_is_found_by_name_and_by_place_from_either_end()
    {
        CsvColumn[] columns = [new CsvColumn.Named("y"), new CsvColumn.At(2), new CsvColumn.At(-2)];
        Assert.All(columns, column =>
        {
            var table = Good("a,y,b\n1,0,3\n4,1,6\n", new(label: new CsvLabel.Classes(column)));
            Assert.Equal(new ByteFeatures([1, 3, 4, 6], 2), table.Features);
            Assert.Equal(new ClassLabels([0, 1], 2), Labels(table));
        });
        Assert.Equal(new ValueLabels([0.5, -1e3]), Labels(Good("a,y\n1,0.5\n4,-1e3\n", new(label: new CsvLabel.Values(CsvColumn.Last)))));
    }

    [Fact]
    public void Categories_become_features_of_their_own_or_numbers()
    {
        const string Text = "size,colour,weight\n3,red,0.5\n4,blue,1\n5,red,2\n";
        var oneHot = Good(Text, new(categories: Prelude.Seq1(new CsvCategories(new CsvColumn.Named("colour")))));
        Assert.Equal(["size", "colour=blue", "colour=red", "weight"], oneHot.FeatureNames.ToArray());
        Assert.Equal(new RealFeatures([3, 0, 1, 0.5, 4, 1, 0, 1, 5, 0, 1, 2], 4), oneHot.Features);
        var ordinal = Good(Text, new(categories: Prelude.Seq1(new CsvCategories(new CsvColumn.At(2), CsvCoding.Ordinal, Prelude.Seq("red", "green", "blue"))), ignored: Prelude.Seq1<CsvColumn>(new CsvColumn.Named("weight"))));
        Assert.Equal(new ByteFeatures([3, 0, 4, 2, 5, 0], 2), ordinal.Features);
        Assert.Equal(
            ["text, line 2, column 2 ('colour'): the field is 'red'; expected a finite number with a point, such as 0.5, or a column told to hold categories or to be left out."],
            Messages(Text.Split('4')[0], new()));
    }

    [Fact]
    public void Missing_numbers_are_refused_filled_or_their_rows_dropped()
    {
        const string Text = "a,b,y\n1,2,0\n,NA,1\n4,8,1\n7,?,0\n";
        var words = Prelude.Seq("NA", "?");
        CsvTable With(CsvMissing missing) => Good(Text, new(label: LastClass, missing: missing, missingWords: words));
        Assert.Equal(
            [
                "text, line 3, column 1 ('a'): the field is empty; expected a number, or a choice of what becomes of missing ones.",
                "text, line 3, column 2 ('b'): the field is 'NA', which means missing; expected a number, or a choice of what becomes of missing ones.",
                "text, line 5, column 2 ('b'): the field is '?', which means missing; expected a number, or a choice of what becomes of missing ones.",
            ],
            Messages(Text, new(label: LastClass, missingWords: words)));
        var dropped = With(new CsvMissing.RowDropped());
        Assert.Equal((new ByteFeatures([1, 2, 4, 8], 2), 2), ((ByteFeatures)dropped.Features, dropped.RowsDropped));
        Assert.Equal(new ClassLabels([0, 1], 2), Labels(dropped));
        Assert.Equal(new RealFeatures([1, 2, 4, 5, 4, 8, 7, 5], 2), With(new CsvMissing.Mean()).Features);
        Assert.Equal(new ByteFeatures([1, 2, 9, 9, 4, 8, 7, 9], 2), With(new CsvMissing.Constant(9)).Features);
        Assert.Equal(new RealFeatures([1, 2, -1, -1, 4, 8, 7, -1], 2), With(new CsvMissing.Constant(-1)).Features);
        Assert.Equal(["text, column 1 ('a'): all numbers are missing; expected numbers that have a mean."], Messages("a,b\n,1\n,2\n", new(missing: new CsvMissing.Mean())));
        Assert.Equal(["text: something is missing in each of 2 rows; expected at least 1 line behind the header."], Messages("a,b\n,1\n,2\n", new(missing: new CsvMissing.RowDropped())));
    }

    [Fact]
    public void A_row_that_is_dropped_leaves_no_class_and_no_category_behind()
    {
        var table = Good("a,c,y\n1,red,cat\n,green,bird\n2,blue,dog\n3,red,\n", new(label: LastClass, categories: Prelude.Seq1(new CsvCategories(new CsvColumn.At(2))), missing: new CsvMissing.RowDropped()));
        Assert.Equal(["a", "c=blue", "c=red"], table.FeatureNames.ToArray());
        Assert.Equal(new ClassLabels([0, 1], 2, ["cat", "dog"]), Labels(table));
        Assert.Equal(2, table.RowsDropped);
        Assert.Equal(["text, line 3, column 3 ('y'): the field is empty; expected a label."], Messages("a,c,y\n1,1,0\n1,1,\n", new(label: LastClass, missing: new CsvMissing.Mean())));
    }

    [Fact]
    public void Faults_are_told_together_up_to_a_limit_with_line_and_column()
    {
        const string Text = "a,b\n1,x\n\"multi\nline\",2\n3\n1,NaN\n1e999,5\n";
        Assert.Equal(
            ["text, line 2, column 2 ('b')", "text, line 3, column 1 ('a')", "text, line 5", "text, line 6, column 2 ('b')", "text, line 7, column 1 ('a')"],
            Messages(Text, new()).Select(message => message.Split(": ")[0]));
        Assert.Equal(2, Messages(Text, new(maximumFaults: 2)).Length);
        Assert.Contains("there is 1 field; expected 2, as in the header", Messages(Text, new())[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n1,\"2\"3\n", "the line is no CSV")]
    [InlineData("a,b\n1,\"2\n", "the line is no CSV")]
    [InlineData("a,b\n1,2\"3\"\n", "the line is no CSV")]
    [InlineData("", "the file is empty")]
    [InlineData("a,b\n", "there are no samples")]
    [InlineData("a,b\n1,2,3\n", "there are 3 fields")]
    public void What_is_no_table_is_a_fault(string text, string found) => Assert.Contains(found, Messages(text, new()).Single(), StringComparison.Ordinal);

    [Fact]
    public void Columns_that_are_not_there_are_told_with_those_that_are()
    {
        Assert.Equal(["text: there is no column 'c', the label column; expected one of a, b."], Messages("a,b\n1,2\n", new(label: new CsvLabel.Classes(new CsvColumn.Named("c")))));
        Assert.Equal(["text: there are 2 columns 'a'; expected one of a, a, or its place."], Messages("a,a\n1,2\n", new(label: new CsvLabel.Classes(new CsvColumn.Named("a")))));
        Assert.Equal(["text: there is no column 3, the label column; expected a place from 1 to 2, or from -2 to -1."], Messages("1,2\n", new(hasHeader: false, label: new CsvLabel.Classes(new CsvColumn.At(3)))));
        Assert.Equal(["text: there is no column 'a', the label column; expected a place, since there is no header."], Messages("1,2\n", new(hasHeader: false, label: new CsvLabel.Classes(new CsvColumn.Named("a")))));
        Assert.Contains("something else as well", Messages("a,b\n1,2\n", new(label: LastClass, ignored: Prelude.Seq1(CsvColumn.Last))).Single(), StringComparison.Ordinal);
        Assert.Contains("none of them with features", Messages("a\n1\n", new(label: LastClass)).Single(), StringComparison.Ordinal);
        Assert.Contains("the only class is 'x'", Messages("a,b\n1,x\n", new(label: LastClass)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_that_cannot_be_are_a_programmers_mistake()
    {
        Assert.All("a7\"\n\r.-é", separator => Assert.Throws<ArgumentException>(() => new CsvFormat(separator)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvColumn.At(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvMissing.Constant(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CsvFormat(maximumFaults: 0));
    }

    [Fact]
    public void A_file_is_read_in_bounded_memory()
    {
        using var directory = new TemporaryDirectory();
        var line = string.Join(',', Enumerable.Range(0, 1000).Select(i => i % 256)) + "\n";
        var path = directory.Write("big.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 4000))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var table = TestSets.Good(CsvFile.Read(path, new(hasHeader: false)));
        Assert.Equal((4000, 1000), (table.Features.Count, table.Features.Width));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4_000_000, 5_000_000);
    }

    [Fact]
    public void Blank_lines_promise_no_rows()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("1", 10_000)) + new string('\n', 100_000));
        using var stream = new MemoryStream(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(1, TestSets.Good(CsvFile.Read(stream, "text", new(hasHeader: false))).Features.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    [Fact]
    public void What_is_no_file_is_a_fault()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("there is no such file", TestSets.Messages(CsvFile.Read(Path.Combine(directory.Path, "nowhere"), new())).Single(), StringComparison.Ordinal);
        Assert.Contains("this is a directory", TestSets.Messages(CsvFile.Read(directory.Path, new())).Single(), StringComparison.Ordinal);
    }

    private static CsvTable Good(string text, CsvFormat format) => TestSets.Good(Read(text, format));

    private static string[] Messages(string text, CsvFormat format) => TestSets.Messages(Read(text, format));

    private static Labels Labels(CsvTable table) => table.Labels.IfNone(() => throw new InvalidOperationException("No labels."));

    private static Validation<DataFault, CsvTable> Read(string text, CsvFormat format)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return CsvFile.Read(stream, "text", format);
    }

    /// <summary>A stream without a length that gives a few bytes at a time.</summary>
    private sealed class Pipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 13)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 13));
    }
}
