namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using CsvHelper;
using LanguageExt;

/// <summary>One way through a CSV file, line after line.</summary>
internal sealed class CsvReading
{
    private const int MaximumRecordSize = 1 << 24;
    private const int MaximumColumns = 1 << 20;
    private const int ShownLength = 40;
    private readonly string source;
    private readonly CsvFormat format;
    private readonly byte[][] missingWords;
    private readonly List<DataFault> faults = [];
    private IReadOnlyList<string> headers = [];
    private int[] roles = [];
    private int[] sources = [];
    private int[] named = [];
    private int labelColumn = -1;
    private CsvNames[] categories = [];
    private CsvCategories[] categoryFormats = [];
    private List<int>[] categoryNumbers = [];
    private int[] categoryColumns = [];
    private CsvNames classNames = new(Seq<string>.Empty);
    private readonly List<int> classes = [];
    private readonly List<double> values = [];
    private int rows;
    private int dropped;

    public CsvReading(string source, CsvFormat format)
    {
        this.source = source;
        this.format = format;
        missingWords = [.. format.MissingWords.Select(Encoding.UTF8.GetBytes)];
    }

    private enum Role
    {
        Ignored = -2,
        Label = -1,
        Number = 0,

        // A category counts on from here.
        FirstCategory = 1,
    }

    private bool IsFull => faults.Count >= format.MaximumFaults;

    /// <summary>Reads to the end, or up to the last fault that is told.</summary>
    public Validation<DataFault, CsvTable> Read(Stream stream)
    {
        var supply = Supplied(stream);
        using var reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = format.Separator,
                HasHeader = format.HasHeader,
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = MaximumRecordSize,
                TrackLineNumbers = true,
                IncludeValuesInExceptions = false,
                FormatProvider = CultureInfo.InvariantCulture,
            },
            leaveOpen: true);
        try
        {
            return Read(reader, supply);
        }
        catch (CsvFormatException odd)
        {
            faults.Add(new(
                odd.LineNumber > 0 ? $"{source}, line {odd.LineNumber}" : source,
                $"the line is no CSV ({Shown(odd.Message.Split(". ")[0].TrimEnd('.'), 120)})",
                $"fields separated by {SeparatorName}, in quotes where they hold one, with quotes doubled within quotes"));
            return Failed();
        }
    }

    /// <summary>At most how many lines and numbers a stream can hold, so that nothing must be moved as numbers come; nothing where its length is not known.</summary>
    private static (long Rows, long Numbers) Supplied(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return default;
        }

        var start = stream.Position;
        var buffer = new byte[1 << 16];
        var lines = 1L;
        var last = (byte)'\n';
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            lines += buffer.AsSpan(0, count).Count((byte)'\n');
            last = buffer[count - 1];
        }

        // Every number has a separator or a line break behind it.
        var length = stream.Position - start;
        stream.Position = start;
        return (last == (byte)'\n' ? lines - 1 : lines, length + 1);
    }

    private string SeparatorName => format.Separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        _ => $"'{format.Separator}'",
    };

    private Validation<DataFault, CsvTable> Read(CsvReader reader, (long Rows, long Numbers) supply)
    {
        var isFirst = true;
        CsvNumbers? numbers = null;
        if (format.HasHeader)
        {
            reader.ReadHeader();
            headers = [.. reader.Headers ?? []];
            if (headers.Count == 0)
            {
                return Fail(source, "the file is empty", "a header and a line for each sample");
            }

            if (!Assign(headers.Count))
            {
                return Failed();
            }

            numbers = new CsvNumbers(sources.Length, (supply.Rows - 1, supply.Numbers));
            isFirst = false;
        }

        while (!IsFull && reader.Read())
        {
            if (isFirst)
            {
                isFirst = false;
                if (!Assign(reader.FieldCount))
                {
                    return Failed();
                }

                numbers = new CsvNumbers(sources.Length, supply);
            }

            if (reader.FieldCount != roles.Length)
            {
                faults.Add(new($"{source}, line {reader.LineNumber}", $"there {(reader.FieldCount == 1 ? "is 1 field" : $"are {reader.FieldCount} fields")}", $"{roles.Length}, as in {(format.HasHeader ? "the header" : "the first line")}"));
                continue;
            }

            if (!numbers!.TryReserve())
            {
                return Fail($"{source}, line {reader.LineNumber}", "there are more numbers than fit into memory", $"at most {Words.Number(Array.MaxLength)} numbers");
            }

            ReadRow(reader, numbers);
        }

        if (faults.Count > 0)
        {
            return Failed();
        }

        if (rows == 0)
        {
            return Fail(source, dropped > 0 ? $"something is missing in each of {Words.Counted(dropped, "row")}" : "there are no samples", "at least 1 line behind the header");
        }

        return Table(numbers!);
    }

    /// <summary>Gives every column its role; false where the format does not fit the columns.</summary>
    private bool Assign(int columns)
    {
        if (columns > MaximumColumns)
        {
            faults.Add(new(source, $"there are {Words.Number(columns)} columns", $"at most {Words.Number(MaximumColumns)}"));
            return false;
        }

        roles = new int[columns];
        foreach (var ignored in format.Ignored)
        {
            Take(ignored, (int)Role.Ignored, "a column to leave out");
        }

        categoryFormats = [.. format.Categories];
        categories = [.. categoryFormats.Select(each => new CsvNames(each.Categories))];
        categoryNumbers = [.. categoryFormats.Select(_ => new List<int>())];
        categoryColumns = new int[categoryFormats.Length];
        for (var i = 0; i < categoryFormats.Length; i++)
        {
            categoryColumns[i] = Take(categoryFormats[i].Column, (int)Role.FirstCategory + i, "a column of categories");
        }

        foreach (var label in format.Label)
        {
            labelColumn = Take(label.Column, (int)Role.Label, "the label column");
            classNames = new(label is CsvLabel.Classes given ? given.Names : Seq<string>.Empty);
        }

        named = [.. Enumerable.Range(0, columns).Where(column => roles[column] is (int)Role.Label or >= (int)Role.FirstCategory)];
        sources = [.. Enumerable.Range(0, columns).Where(column => roles[column] == (int)Role.Number)];
        if (faults.Count == 0 && sources.Length == 0 && categories.Length == 0)
        {
            faults.Add(new(source, $"there {(columns == 1 ? "is 1 column" : $"are {columns} columns")}, none of them with features", "at least 1 column besides the label and those left out"));
        }

        return faults.Count == 0;
    }

    private int Take(CsvColumn column, int role, string what)
    {
        var places = column switch
        {
            CsvColumn.Named named => [.. Enumerable.Range(0, headers.Count).Where(place => string.Equals(headers[place], named.Name, StringComparison.Ordinal))],
            CsvColumn.At { Position: > 0 and var position } when position <= roles.Length => [position - 1],
            CsvColumn.At { Position: < 0 and var position } when -(long)position <= roles.Length => [roles.Length + position],
            _ => Array.Empty<int>(),
        };
        if (places.Length != 1)
        {
            faults.Add(new(
                source,
                places.Length > 1 ? $"there are {places.Length} columns {column}" : $"there is no column {column}, {what}",
                column is CsvColumn.At ? $"a place from 1 to {roles.Length}, or from -{roles.Length} to -1"
                : format.HasHeader ? $"one of {Shown(string.Join(", ", headers.Take(16)), 200)}{(places.Length > 1 ? ", or its place" : string.Empty)}"
                : "a place, since there is no header"));
            return -1;
        }

        if (roles[places[0]] != (int)Role.Number)
        {
            faults.Add(new(source, $"column {column} is {what} and something else as well", "one role for each column"));
            return -1;
        }

        roles[places[0]] = role;
        return places[0];
    }

    private void ReadRow(CsvReader reader, CsvNumbers numbers)
    {
        var before = numbers.Count;
        var told = faults.Count;
        var isDropped = false;
        var small = default(byte);
        for (var place = numbers.AddBytes(reader, sources); place < sources.Length; place++)
        {
            var column = sources[place];
            var field = reader.GetSpan(column);
            if (CsvNumbers.TryByte(field, ref small))
            {
                numbers.Add(small);
            }
            else if (IsMissing(field))
            {
                isDropped |= !TryFill(numbers, reader, column);
            }
            else if (TryNumber(field, out var number))
            {
                numbers.Add(number);
            }
            else if (!IsFull)
            {
                faults.Add(Odd(reader, column, field, "a finite number with a point, such as 0.5, or a column told to hold categories or to be left out"));
            }
        }

        // Only whole rows count, and only then are names taken from them.
        isDropped |= Lacks(reader);
        if (isDropped)
        {
            dropped++;
        }

        if (isDropped || faults.Count > told || !TryNames(reader))
        {
            numbers.Return(before);
            return;
        }

        rows++;
    }

    /// <summary>Whether a category or the label is missing and the row is to be dropped; where it is not, that is a fault.</summary>
    private bool Lacks(CsvReader reader)
    {
        var lacks = false;
        foreach (var column in named)
        {
            if (IsMissing(reader.GetSpan(column)))
            {
                lacks = true;
                if (format.Missing is not CsvMissing.RowDropped && !IsFull)
                {
                    faults.Add(Odd(reader, column, reader.GetSpan(column), roles[column] == (int)Role.Label ? "a label" : "a category"));
                }
            }
        }

        return lacks && format.Missing is CsvMissing.RowDropped;
    }

    private bool TryNames(CsvReader reader)
    {
        for (var i = 0; i < categories.Length; i++)
        {
            var column = categoryColumns[i];
            if (categories[i].NumberOf(reader.GetSpan(column)) is not { } number)
            {
                faults.Add(Odd(reader, column, reader.GetSpan(column), Choice(categories[i])));
                return Shorten(i);
            }

            categoryNumbers[i].Add(number);
        }

        if (labelColumn < 0)
        {
            return true;
        }

        var field = reader.GetSpan(labelColumn);
        if (format.Label.Exists(label => label is CsvLabel.Values))
        {
            if (!TryNumber(field, out var value))
            {
                faults.Add(Odd(reader, labelColumn, field, "a finite number to be predicted"));
                return Shorten(categories.Length);
            }

            values.Add(value);
            return true;
        }

        if (classNames.NumberOf(field) is not { } own)
        {
            faults.Add(Odd(reader, labelColumn, field, Choice(classNames)));
            return Shorten(categories.Length);
        }

        classes.Add(own);
        return true;
    }

    /// <summary>Takes the categories of an unfinished row back.</summary>
    private bool Shorten(int count)
    {
        for (var i = 0; i < count; i++)
        {
            categoryNumbers[i].RemoveAt(categoryNumbers[i].Count - 1);
        }

        return false;
    }

    private static string Choice(CsvNames names) => names.Names.Count == ClassLabels.MaximumClassCount
        ? $"at most {Words.Number(ClassLabels.MaximumClassCount)} different ones"
        : $"one of {Shown(string.Join(", ", names.Names.Take(16)), 200)}";

    private bool TryFill(CsvNumbers numbers, CsvReader reader, int column)
    {
        switch (format.Missing)
        {
            case CsvMissing.RowDropped:
                return false;
            case CsvMissing.Mean:
                numbers.Add(double.NaN);
                return true;
            case CsvMissing.Constant { Value: >= 0 and <= byte.MaxValue and var value } when Math.Floor(value).Equals(value) && !double.IsNegative(value):
                numbers.Add((byte)value);
                return true;
            case CsvMissing.Constant constant:
                numbers.Add(constant.Value);
                return true;
            default:
                if (!IsFull)
                {
                    faults.Add(Odd(reader, column, reader.GetSpan(column), "a number, or a choice of what becomes of missing ones"));
                }

                return true;
        }
    }

    private bool IsMissing(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
        {
            return true;
        }

        foreach (var word in missingWords)
        {
            if (field.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryNumber(ReadOnlySpan<byte> field, out double value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private Validation<DataFault, CsvTable> Table(CsvNumbers numbers)
    {
        FillMeans(numbers);
        var labels = Labels();
        if (faults.Count > 0)
        {
            return Failed();
        }

        var names = Enumerable.Range(0, roles.Length).Select(NameOf).ToArray();
        if (categories.Length == 0)
        {
            return new CsvTable(source, sources.Select(column => names[column]).ToArray().ToSeq().Strict(), numbers.ToFeatures(), labels, dropped);
        }

        var ordered = categories.Select(each => each.Ordered()).ToArray();
        var featureNames = new List<string>();
        for (var column = 0; column < roles.Length; column++)
        {
            if (roles[column] == (int)Role.Number)
            {
                featureNames.Add(names[column]);
            }
            else if (roles[column] >= (int)Role.FirstCategory)
            {
                var own = roles[column] - (int)Role.FirstCategory;
                featureNames.AddRange(categoryFormats[own].Coding == CsvCoding.Ordinal ? [names[column]] : ordered[own].Ordered.Select(name => $"{names[column]}={name}"));
            }
        }

        if ((long)featureNames.Count * rows > Array.MaxLength)
        {
            return Fail(source, $"there are {Words.Counted(rows, "sample")} of {Words.Counted(featureNames.Count, "feature")}", $"at most {Words.Number(Array.MaxLength)} numbers; ordinal coding needs fewer");
        }

        return new CsvTable(source, featureNames.ToArray().ToSeq().Strict(), Expanded(numbers, [.. ordered.Select(each => each.Places)], featureNames.Count), labels, dropped);
    }

    private void FillMeans(CsvNumbers numbers)
    {
        if (format.Missing is not CsvMissing.Mean || numbers.AreBytes)
        {
            return;
        }

        var all = numbers.Doubles;
        var width = numbers.Width;
        for (var feature = 0; feature < width; feature++)
        {
            var (sum, count) = (0.0, 0);
            for (var i = feature; i < all.Length; i += width)
            {
                (sum, count) = double.IsNaN(all[i]) ? (sum, count) : (sum + all[i], count + 1);
            }

            var mean = sum / count;
            if (count < rows && !double.IsFinite(mean))
            {
                faults.Add(new($"{source}, column {sources[feature] + 1}{Quoted(sources[feature])}", count == 0 ? "all numbers are missing" : "the numbers' sum is too large for a mean", "numbers that have a mean"));
                return;
            }

            for (var i = feature; i < all.Length && count < rows; i += width)
            {
                all[i] = double.IsNaN(all[i]) ? mean : all[i];
            }
        }
    }

    private Option<Labels> Labels()
    {
        if (labelColumn < 0)
        {
            return Prelude.None;
        }

        if (format.Label.Exists(label => label is CsvLabel.Values))
        {
            return new ValueLabels([.. values]);
        }

        var numbered = classNames.AsClasses();
        var (ordered, places) = classNames.Ordered();
        var map = numbered ?? places;
        var own = new int[classes.Count];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = map[classes[i]];
        }

        if (numbered is null && ordered.Length < 2)
        {
            faults.Add(new($"{source}, column {labelColumn + 1}{Quoted(labelColumn)}", $"the only class is '{Shown(ordered[0])}'", "at least 2 classes"));
            return Prelude.None;
        }

        return numbered is null
            ? new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(own), ordered.Length, [.. ordered])
            : new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(own), Math.Max(2, own.Max() + 1));
    }

    /// <summary>Numbers and categories in the order of the columns.</summary>
    private Features Expanded(CsvNumbers numbers, int[][] places, int width)
    {
        var expanded = new CsvNumbers(width, (rows, Array.MaxLength));
        var from = 0;
        for (var row = 0; row < rows; row++)
        {
            expanded.TryReserve();
            foreach (var role in roles)
            {
                if (role == (int)Role.Number)
                {
                    AddSmall(expanded, numbers.At(from++));
                }
                else if (role >= (int)Role.FirstCategory)
                {
                    var own = role - (int)Role.FirstCategory;
                    var place = places[own][categoryNumbers[own][row]];
                    if (categoryFormats[own].Coding == CsvCoding.Ordinal)
                    {
                        AddSmall(expanded, place);
                        continue;
                    }

                    for (var i = 0; i < places[own].Length; i++)
                    {
                        expanded.Add(i == place ? (byte)1 : (byte)0);
                    }
                }
            }
        }

        return expanded.ToFeatures();
    }

    private static void AddSmall(CsvNumbers numbers, double value)
    {
        if (value is >= 0 and <= byte.MaxValue && Math.Floor(value).Equals(value) && !double.IsNegative(value))
        {
            numbers.Add((byte)value);
        }
        else
        {
            numbers.Add(value);
        }
    }

    private string NameOf(int column) => column < headers.Count ? headers[column] : (column + 1).ToString(CultureInfo.InvariantCulture);

    private string Quoted(int column) => column < headers.Count ? $" ('{Shown(headers[column])}')" : string.Empty;

    private DataFault Odd(CsvReader reader, int column, ReadOnlySpan<byte> field, string expected) => new(
        $"{source}, line {reader.LineNumber}, column {column + 1}{Quoted(column)}",
        IsMissing(field) ? field.IsEmpty ? "the field is empty" : $"the field is '{Shown(Encoding.UTF8.GetString(field))}', which means missing" : $"the field is '{Shown(Encoding.UTF8.GetString(field[..Math.Min(field.Length, ShownLength * 4)]))}'",
        expected);

    private Validation<DataFault, CsvTable> Fail(string place, string found, string expected)
    {
        faults.Add(new(place, found, expected));
        return Failed();
    }

    private Validation<DataFault, CsvTable> Failed() => Validation<DataFault, CsvTable>.Fail(faults.ToArray().ToSeq().Strict());

    private static string Shown(string text, int length = ShownLength) =>
        new([.. (text.Length <= length ? text : $"{text[..length]}…").Select(letter => char.IsControl(letter) ? '·' : letter)]);
}
