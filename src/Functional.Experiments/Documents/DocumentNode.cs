namespace Functional.Experiments;

using LanguageExt;

/// <summary>
/// A value of a JSON text that knows its place: one of <see cref="Text"/>, <see cref="Number"/>, <see cref="Flag"/>, <see cref="Null"/>,
/// <see cref="List"/> and <see cref="Members"/>.
/// </summary>
/// <param name="Path">The place as a JSON path.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in octets, counted from 1.</param>
internal abstract record DocumentNode(string Path, int Line, int Column)
{
    /// <summary>The value as a message shows it.</summary>
    public abstract string Shown { get; }

    /// <summary>A fault about this value.</summary>
    /// <param name="expected">What would be right.</param>
    public DocumentFault Fault(string expected) => Fault(Shown, expected);

    /// <summary>A fault at this place.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What would be right.</param>
    public DocumentFault Fault(string found, string expected) => new(Path, Line, Column, found, expected);

    /// <summary>A string.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Value">The string.</param>
    internal sealed record Text(string Path, int Line, int Column, string Value) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => $"'{Json.Shorten(Value)}'";
    }

    /// <summary>A number as it is written.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Digits">The number's characters.</param>
    internal sealed record Number(string Path, int Line, int Column, string Digits) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => Json.Shorten(Digits);
    }

    /// <summary>True or false.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Value">Which of them.</param>
    internal sealed record Flag(string Path, int Line, int Column, bool Value) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => Value ? "true" : "false";
    }

    /// <summary>Null.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    internal sealed record Null(string Path, int Line, int Column) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => "null";
    }

    /// <summary>An array.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Values">Its elements.</param>
    internal sealed record List(string Path, int Line, int Column, Seq<DocumentNode> Values) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => "an array";
    }

    /// <summary>An object.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Line">The line.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Values">Its members in their order; a name may come more than once.</param>
    internal sealed record Members(string Path, int Line, int Column, Seq<NamedNode> Values) : DocumentNode(Path, Line, Column)
    {
        /// <inheritdoc/>
        public override string Shown => "an object";
    }
}
