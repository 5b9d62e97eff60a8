namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>Parses the lines of one stream: numbers with commas between them, or with spaces or tabs, or a JSON array.</summary>
/// <remarks>
/// A line that begins with [ is a JSON array; one with a comma in it is split at commas, where a field may stand in double quotes; any other one is split at
/// spaces and tabs. Numbers have a point, in every culture.
/// </remarks>
internal sealed class LineParser(LineFormat format)
{
    private const string ExpectedNumber = "a finite number with a point, such as 0.5";
    private const int ShownLength = 24;

    // So many digits make a number that a double represents exactly.
    private const int ExactDigits = 15;

    private readonly int features = format.Shape.Size;
    private bool[] ignored = format.HasHeader ? [] : Positions(format.Ignored.Map(column => LineFormat.PositionOf(column)!.Value - 1).ToArray());

    private double[] values = [];
    private int column;
    private int taken;
    private int excess = -1;

    /// <summary>Reads the names of columns.</summary>
    /// <returns>Nothing, or what is wrong with them.</returns>
    public SampleFault? ReadHeader(ReadOnlySpan<byte> line, long number)
    {
        var names = Names(line);
        var odd = format.Ignored.Filter(name => !names.Contains(name, StringComparer.Ordinal)).ToArray();
        if (odd.Length > 0)
        {
            return new($"line {number}", $"no column is named '{Shorten(odd[0])}'", $"one of {Shorten(string.Join(", ", names), 4 * ShownLength)}");
        }

        ignored = Positions([.. names.Select((name, position) => (name, position)).Where(each => format.Ignored.Exists(name => string.Equals(name, each.name, StringComparison.Ordinal))).Select(each => each.position)]);
        var left = names.Count - ignored.Count(isIgnored => isIgnored);
        return left == features
            ? null
            : new($"line {number}", $"the header has {Words.Counted(left, "column")}{(ignored.Length > 0 ? " besides the ignored ones" : string.Empty)}", $"{Words.Counted(features, "column")}, one for each of {format.Expected}");
    }

    /// <summary>Reads a sample.</summary>
    /// <param name="line">The line without its end; not blank.</param>
    /// <param name="number">Which line, counted from 1.</param>
    /// <param name="sample">The features, where nothing is wrong.</param>
    /// <returns>Nothing, or the first thing that is wrong.</returns>
    public SampleFault? Read(ReadOnlySpan<byte> line, long number, out ImmutableArray<double> sample)
    {
        (column, taken, excess) = (0, 0, -1);
        values = GC.AllocateUninitializedArray<double>(features);
        var start = line.IndexOfAnyExcept((byte)' ', (byte)'\t');
        var fault = line[start] switch
        {
            (byte)'[' => ReadArray(line, start + 1),
            (byte)'{' => new Flaw(start, "a JSON object", $"{format.Expected}, as a line or as a JSON array"),
            _ when line.Contains((byte)',') => ReadFields(line),
            _ => ReadWords(line),
        };
        fault ??= taken != features ? Miscounted(line) : null;
        sample = fault is null ? ImmutableCollectionsMarshal.AsImmutableArray(values) : [];
        return fault is { } flaw ? new($"line {number}, column {ColumnAt(line, flaw.At)}", flaw.Found, flaw.Expected) : null;
    }

    /// <summary>The column in characters, counted from 1, at which a byte stands.</summary>
    private static int ColumnAt(ReadOnlySpan<byte> line, int at) => Encoding.UTF8.GetCharCount(line[..at]) + 1;

    private static bool[] Positions(int[] places)
    {
        var positions = new bool[places.Length == 0 ? 0 : places.Max() + 1];
        Array.ForEach(places, place => positions[place] = true);
        return positions;
    }

    private Flaw Miscounted(ReadOnlySpan<byte> line) => new(
        excess >= 0 ? excess : line.Length,
        $"{(taken == 1 ? "there is 1 number" : $"there are {Words.Number(taken)} numbers")}{(ignored.Length > 0 ? " besides the ignored columns" : string.Empty)}",
        format.Expected);

    private Flaw? ReadWords(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (true)
        {
            var gap = line[at..].IndexOfAnyExcept((byte)' ', (byte)'\t');
            if (gap < 0)
            {
                return null;
            }

            at += gap;
            var length = line[at..].IndexOfAny((byte)' ', (byte)'\t');
            var word = length < 0 ? line[at..] : line.Slice(at, length);
            if (Take(word, at) is { } flaw)
            {
                return flaw;
            }

            at += word.Length;
        }
    }

    private Flaw? ReadFields(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (true)
        {
            at += Blanks(line[at..]);
            int begin;
            ReadOnlySpan<byte> field;
            if (at < line.Length && line[at] == '"')
            {
                begin = at + 1;
                var length = Quoted(line[begin..]);
                if (length < 0)
                {
                    return new(at, "a quotation mark that is not closed on its line", "a closing one");
                }

                field = line.Slice(begin, length);
                at = begin + length + 1;
                at += Blanks(line[at..]);
                if (at < line.Length && line[at] != ',')
                {
                    return new(at, $"{Shown(line[at..])} behind a closing quotation mark", "a comma or the end of the line");
                }
            }
            else
            {
                var length = line[at..].IndexOf((byte)',');
                begin = at;
                field = (length < 0 ? line[at..] : line.Slice(at, length)).TrimEnd(" \t"u8);
                at = length < 0 ? line.Length : at + length;
            }

            if (Take(field, begin) is { } flaw)
            {
                return flaw;
            }

            if (at >= line.Length)
            {
                return null;
            }

            at++;
        }
    }

    private Flaw? ReadArray(ReadOnlySpan<byte> line, int at)
    {
        at += Blanks(line[at..]);
        if (at < line.Length && line[at] == ']')
        {
            return Ended(line, at);
        }

        while (true)
        {
            at += Blanks(line[at..]);
            var begin = at;
            if (at < line.Length && line[at] is (byte)'[' or (byte)'{')
            {
                return new(at, line[at] == '[' ? "an array within the array" : "an object within the array", "numbers in one array");
            }

            if (at < line.Length && line[at] == '"')
            {
                at = EndOfText(line, at + 1);
            }
            else
            {
                var length = line[at..].IndexOfAny(", \t]"u8);
                at = length < 0 ? line.Length : at + length;
            }

            if (Take(line[begin..at], begin) is { } flaw)
            {
                return flaw;
            }

            at += Blanks(line[at..]);
            if (at >= line.Length)
            {
                return new(at, "the line ends within an array", "a closing ]");
            }

            if (line[at] == ']')
            {
                return Ended(line, at);
            }

            if (line[at] != ',')
            {
                return new(at, Shown(line[at..]), "a comma or a closing ]");
            }

            at++;
        }
    }

    private static Flaw? Ended(ReadOnlySpan<byte> line, int at)
    {
        at++;
        at += Blanks(line[at..]);
        return at < line.Length ? new(at, $"{Shown(line[at..])} behind the array", "the end of the line") : null;
    }

    /// <summary>Where a JSON string ends that begins here.</summary>
    private static int EndOfText(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] != '"')
        {
            at += line[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, line.Length);
    }

    /// <summary>The length of a quoted field, in which a doubled quotation mark stands for one; negative where it does not end.</summary>
    private static int Quoted(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] != '"')
            {
                continue;
            }

            if (at + 1 == rest.Length || rest[at + 1] != '"')
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    private static int Blanks(ReadOnlySpan<byte> rest)
    {
        var count = rest.IndexOfAnyExcept((byte)' ', (byte)'\t');
        return count < 0 ? rest.Length : count;
    }

    /// <summary>Takes a field as the next feature, unless its column is ignored.</summary>
    private Flaw? Take(ReadOnlySpan<byte> field, int at)
    {
        var own = column++;
        if (own < ignored.Length && ignored[own])
        {
            return null;
        }

        var feature = taken++;
        if (feature >= features)
        {
            excess = excess < 0 ? at : excess;
            return null;
        }

        if (!IsNumber(field, out values[feature]))
        {
            return new(at, field.IsEmpty ? $"nothing for feature {feature}" : $"{Shown(field)} for feature {feature}", ExpectedNumber);
        }

        return null;
    }

    private static bool IsNumber(ReadOnlySpan<byte> field, out double value)
    {
        if (field.Length is > 0 and <= ExactDigits && !field.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            var whole = 0L;
            foreach (var digit in field)
            {
                whole = (10 * whole) + (digit - '0');
            }

            value = whole;
            return true;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(field, Plain, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static List<string> Names(ReadOnlySpan<byte> line)
    {
        var names = new List<string>();
        var bySpaces = !line.Contains((byte)',');
        var at = 0;
        while (true)
        {
            at += Blanks(line[at..]);
            if (at < line.Length && line[at] == '"' && Quoted(line[(at + 1)..]) is >= 0 and var length)
            {
                names.Add(Encoding.UTF8.GetString(line.Slice(at + 1, length)).Replace("\"\"", "\"", StringComparison.Ordinal));
                at += length + 2;
                at += Blanks(line[at..]);
            }
            else
            {
                var end = bySpaces ? line[at..].IndexOfAny((byte)' ', (byte)'\t') : line[at..].IndexOf((byte)',');
                var field = end < 0 ? line[at..] : line.Slice(at, end);
                names.Add(Encoding.UTF8.GetString(field).TrimEnd());
                at += field.Length;
            }

            if (at >= line.Length || (bySpaces && Blanks(line[at..]) == line.Length - at))
            {
                return names;
            }

            at += bySpaces ? 0 : 1;
        }
    }

    private static string Shown(ReadOnlySpan<byte> bytes) =>
        $"'{Shorten(string.Concat(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 4 * ShownLength)]).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)))}'";

    private static string Shorten(string text, int most = ShownLength) => text.Length <= most ? text : $"{text[..most]}…";

    /// <summary>What is wrong in a line, before it is known which.</summary>
    private sealed record Flaw(int At, string Found, string Expected);
}
