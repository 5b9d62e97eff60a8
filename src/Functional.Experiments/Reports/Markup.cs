namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;

/// <summary>A piece of a page that is HTML and well-formed XML at once: texts are escaped, elements are closed.</summary>
internal sealed record Markup
{
    private Markup(string text) => Text = text;

    /// <summary>Nothing at all.</summary>
    public static Markup Nothing { get; } = new(string.Empty);

    /// <summary>The piece's letters.</summary>
    public string Text { get; }

    /// <summary>Words as they are to be read, whatever letters they have.</summary>
    /// <param name="words">The words.</param>
    public static implicit operator Markup(string words) => new(XmlText.Of(words));

    /// <summary>An element.</summary>
    public static Markup Element(string name, params Markup[] inner) => With(name, [], inner);

    /// <summary>An element with attributes.</summary>
    public static Markup With(string name, (string Name, string Value)[] attributes, params Markup[] inner) =>
        new($"<{name}{Attributes(attributes)}>{string.Concat(inner.Select(piece => piece.Text))}</{name}>");

    /// <summary>An element of a class.</summary>
    public static Markup Of(string name, string look, params Markup[] inner) => With(name, [("class", look)], inner);

    /// <summary>An element that never holds anything, such as meta.</summary>
    public static Markup Bare(string name, params (string Name, string Value)[] attributes) => new($"<{name}{Attributes(attributes)}/>");

    /// <summary>Pieces one behind another.</summary>
    public static Markup All(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>Pieces with a line feed behind each, where these mean nothing.</summary>
    public static Markup Lines(IEnumerable<Markup> pieces) => new(string.Concat(pieces.Select(piece => $"{piece.Text}\n")));

    /// <summary>A text of several lines.</summary>
    public static Markup Verbatim(string text) => new(string.Join('\n', text.Split('\n').Select(XmlText.Of)));

    /// <summary>A picture or a style sheet, which is such a piece already.</summary>
    public static Markup Ready(string text) => new(text);

    private static string Attributes((string Name, string Value)[] attributes) => string.Concat(attributes.Select(own => $" {own.Name}=\"{XmlText.Of(own.Value)}\""));
}
