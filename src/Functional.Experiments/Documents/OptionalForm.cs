namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A value or null for none.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="inner">How the value stands.</param>
internal sealed class OptionalForm<T>(Form<T> inner) : Form<Option<T>>
{
    /// <inheritdoc/>
    public override string Expected => $"{inner.Expected}, or null";

    /// <inheritdoc/>
    public override Validation<DocumentFault, Option<T>> Read(DocumentNode node) => node is DocumentNode.Null ? Right(Option<T>.None) : inner.Read(node).Map(Prelude.Some);

    /// <inheritdoc/>
    public override JsonNode? Write(Option<T> value) => value.MatchUnsafe<JsonNode?>(Some: inner.Write, None: () => null);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "null" }, inner.Schema()) };
}
