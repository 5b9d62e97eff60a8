namespace Functional.Experiments;

using System;
using System.Linq;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>One of some names.</summary>
/// <typeparam name="T">What is named.</typeparam>
/// <param name="names">The names.</param>
internal sealed class NameForm<T>(NameTable<T> names) : Form<T>
{
    /// <inheritdoc/>
    public override string Expected => names.Alternatives;

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) => node is DocumentNode.Text text
        && names.Entries.Find(entry => string.Equals(entry.Name, text.Value, StringComparison.Ordinal)) is { IsSome: true } found
            ? Right(found.Map(entry => entry.Value).First())
            : node is DocumentNode.Text odd
            ? Prelude.Fail<DocumentFault, T>(node.Fault(NearestName.Or(odd.Value, [.. names.Entries.Select(entry => entry.Name)], Expected)))
            : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(T value) => JsonValue.Create(names.NameOf(value).IfNone(() => throw new ArgumentException($"There is no name for {value}.", nameof(value))));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. names.Entries.Select(entry => (JsonNode)JsonValue.Create(entry.Name))]) };
}
