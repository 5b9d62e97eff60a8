namespace Functional.Experiments;

/// <summary>A member of a JSON object: its name, where the name stands, and its value.</summary>
/// <param name="Name">The name.</param>
/// <param name="Line">The line of the name, counted from 1.</param>
/// <param name="Column">The column of the name in octets, counted from 1.</param>
/// <param name="Value">The value.</param>
internal sealed record NamedNode(string Name, int Line, int Column, DocumentNode Value);
