namespace Functional.Data;

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using LanguageExt;

/// <summary>
/// The header of a NumPy file: a Python dictionary with the three keys descr, fortran_order and shape, padded with spaces and ended by a line feed.
/// It is read by this small grammar and never evaluated: names in single or double quotes, True or False, and a tuple of whole numbers.
/// </summary>
/// <param name="Type">The type of the numbers.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
/// <param name="FortranOrder">Whether the first dimension varies fastest.</param>
/// <param name="Shape">The sizes.</param>
internal sealed record NpyHeader(NpyType Type, bool BigEndian, bool FortranOrder, ImmutableArray<int> Shape)
{
    private const int Alignment = 64;
    private const int ShownLength = 40;
    private const int ShownSizes = 8;
    private static readonly string[] Keys = ["descr", "fortran_order", "shape"];
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The bytes that every file starts with, version not included.</summary>
    public static ReadOnlySpan<byte> Start => Magic;

    /// <summary>A shape as Python writes it.</summary>
    public static string Tuple(ImmutableArray<int> shape) => shape.Length == 1
        ? string.Create(CultureInfo.InvariantCulture, $"({shape[0]},)")
        : $"({string.Join(", ", shape.Select(size => size.ToString(CultureInfo.InvariantCulture)))})";

    /// <summary>A shape for messages, of which the beginning is enough where it is long.</summary>
    public static string Shown(ImmutableArray<int> shape) => shape.Length <= ShownSizes ? Tuple(shape) : $"{Tuple(shape[..ShownSizes])[..^1]}, … {shape.Length - ShownSizes} more)";

    /// <summary>Everything in front of the numbers, in version 1.0 where the header is short enough and 2.0 otherwise, so long that the numbers begin at a multiple of 64.</summary>
    public static byte[] Write(NpyType type, ImmutableArray<int> shape)
    {
        var text = $"{{'descr': '{type.Descriptor}', 'fortran_order': False, 'shape': {Tuple(shape)}, }}";
        var isLong = text.Length + Alignment + 10 > ushort.MaxValue;
        var before = isLong ? 12 : 10;
        var length = (before + text.Length + Alignment) / Alignment * Alignment;
        var bytes = new byte[length];
        Magic.CopyTo(bytes, 0);
        bytes[6] = (byte)(isLong ? 2 : 1);
        if (isLong)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), (uint)(length - before));
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)(length - before));
        }

        bytes.AsSpan(before).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(before));
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    /// <summary>Reads the text behind the length.</summary>
    public static Either<DataFault, NpyHeader> Parse(ReadOnlySpan<byte> text, string source)
    {
        var parser = new Parser(text);
        return parser.Header() is { } header
            ? header
            : new DataFault(source, $"the header {parser.Found}", parser.Expected);
    }

    /// <summary>Goes through the text from left to right; the first thing that is wrong stays.</summary>
    private ref struct Parser
    {
        private const string ExpectedKeys = "a dictionary with 'descr', 'fortran_order' and 'shape', each once";
        private readonly ReadOnlySpan<byte> text;
        private int place;

        public Parser(ReadOnlySpan<byte> text)
        {
            this.text = text;
            Found = string.Empty;
            Expected = string.Empty;
        }

        public string Found { get; private set; }

        public string Expected { get; private set; }

        public NpyHeader? Header()
        {
            (NpyType Type, bool BigEndian)? type = null;
            bool? fortran = null;
            ImmutableArray<int>? shape = null;
            if (!Take('{'))
            {
                return Fail(ExpectedKeys);
            }

            while (!Take('}'))
            {
                if (Name() is not { } key)
                {
                    return Fail(ExpectedKeys);
                }

                if (!Keys.Contains(key, StringComparer.Ordinal) || (key switch { "descr" => type is not null, "shape" => shape is not null, _ => fortran is not null }))
                {
                    return Odd($"has '{Shown(key)}'{(Keys.Contains(key, StringComparer.Ordinal) ? " twice" : string.Empty)}", ExpectedKeys);
                }

                if (!Take(':'))
                {
                    return Fail($"a colon behind '{key}'");
                }

                var isRead = key switch
                {
                    "descr" => (type = Type()) is not null,
                    "shape" => (shape = Sizes()) is not null,
                    _ => (fortran = Truth()) is not null,
                };
                if (!isRead)
                {
                    return null;
                }

                if (!Take(','))
                {
                    if (Take('}'))
                    {
                        break;
                    }

                    return Fail("a comma or }");
                }
            }

            if (type is not { } elements || fortran is not { } order || shape is not { } sizes)
            {
                return Odd($"has no '{(type is null ? Keys[0] : fortran is null ? Keys[1] : Keys[2])}'", ExpectedKeys);
            }

            Skip();
            return place == text.Length - 1 && text[place] == (byte)'\n'
                ? new NpyHeader(elements.Type, elements.BigEndian, order, sizes)
                : Fail("spaces and a line feed at the end of the header");
        }

        private (NpyType Type, bool BigEndian)? Type()
        {
            Skip();
            if (place < text.Length && text[place] is (byte)'[' or (byte)'(')
            {
                Odd("tells a structured type", $"one type for all numbers: {NpyType.Alternatives}");
                return null;
            }

            if (Name() is not { } name)
            {
                Fail("a type in quotes, such as '<f4'");
                return null;
            }

            var known = name.Length is >= 3 and <= 4 && name[0] is '<' or '>' or '|' && int.TryParse(name.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && name[2] != '0'
                ? NpyType.All.FirstOrDefault(type => type.Kind == name[1] && type.Size == size && (type.Size == 1 || name[0] != '|'))
                : null;
            if (known is null)
            {
                Odd(
                    $"tells the type '{Shown(name)}'{(Kind(name) is { } kind ? $", {kind}" : string.Empty)}",
                    $"'<', '>' or, for one byte, '|', then a kind and a size: {NpyType.Alternatives}");
                return null;
            }

            return (known, name[0] == '>');
        }

        private static string? Kind(string name) => name.TrimStart('<', '>', '|', '=') switch
        {
            ['O', ..] => "pickled Python objects, which could run code and are never read",
            ['U' or 'S' or 'a', ..] => "text",
            ['c', ..] => "complex numbers",
            ['M' or 'm', ..] => "times",
            ['V', ..] => "bytes without a meaning",
            ['f', '1', '2' or '6'] => "extended floating-point numbers",
            _ => null,
        };

        private ImmutableArray<int>? Sizes()
        {
            const string Right = "a tuple of whole numbers from 0 to 2147483647, such as (60000, 784)";
            if (!Take('('))
            {
                Fail(Right);
                return null;
            }

            var sizes = new List<int>();
            while (!Take(')'))
            {
                if (Whole() is not { } size)
                {
                    Fail(Right);
                    return null;
                }

                sizes.Add(size);
                if (Take(','))
                {
                    // Nothing stands between the last comma and the bracket, so that no size can get lost by one changed byte.
                    if (place < text.Length && text[place] == (byte)' ' && text[place..].TrimStart((byte)' ').StartsWith(")"u8))
                    {
                        Fail(Right);
                        return null;
                    }

                    continue;
                }

                // (3) is a number in Python, not a tuple of one.
                if (sizes.Count == 1 || !Take(')'))
                {
                    Fail(Right);
                    return null;
                }

                break;
            }

            return [.. sizes];
        }

        private int? Whole()
        {
            Skip();
            var from = place;
            while (place < text.Length && text[place] is >= (byte)'0' and <= (byte)'9')
            {
                place++;
            }

            var digits = text[from..place];
            if (digits.Length is 0 or > 10 || (digits.Length > 1 && digits[0] == (byte)'0')
                || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                place = from;
                return null;
            }

            return value;
        }

        private bool? Truth()
        {
            Skip();
            foreach (var (word, value) in new[] { ("True", true), ("False", false) })
            {
                if (text[place..].StartsWith(Encoding.ASCII.GetBytes(word)))
                {
                    place += word.Length;
                    return value;
                }
            }

            Fail("True or False");
            return null;
        }

        /// <summary>A text in quotes, without escapes.</summary>
        private string? Name()
        {
            Skip();
            if (place >= text.Length || text[place] is not ((byte)'\'' or (byte)'"'))
            {
                return null;
            }

            var length = text[(place + 1)..].IndexOf(text[place]);
            if (length < 0 || text.Slice(place + 1, length).ContainsAnyExceptInRange((byte)' ', (byte)'~') || text.Slice(place + 1, length).Contains((byte)'\\'))
            {
                return null;
            }

            var name = Encoding.ASCII.GetString(text.Slice(place + 1, length));
            place += length + 2;
            return name;
        }

        private bool Take(char letter)
        {
            Skip();
            if (place < text.Length && text[place] == (byte)letter)
            {
                place++;
                return true;
            }

            return false;
        }

        private void Skip()
        {
            while (place < text.Length && text[place] == (byte)' ')
            {
                place++;
            }
        }

        private NpyHeader? Fail(string expected) => Odd(
            place < text.Length ? $"has '{Shown(Encoding.Latin1.GetString(text[place..]))}' at place {place}" : "ends too early",
            expected);

        private NpyHeader? Odd(string found, string expected)
        {
            Found = found;
            Expected = expected;
            return null;
        }

        private static string Shown(string words) =>
            new([.. (words.Length <= ShownLength ? words : $"{words[..ShownLength]}…").Select(letter => char.IsControl(letter) ? '·' : letter)]);
    }
}
