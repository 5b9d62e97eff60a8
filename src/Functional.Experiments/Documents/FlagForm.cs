namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>True or false.</summary>
internal sealed class FlagForm : Form<bool>
{
    /// <inheritdoc/>
    public override string Expected => "true or false";

    /// <inheritdoc/>
    public override Validation<DocumentFault, bool> Read(DocumentNode node) => node is DocumentNode.Flag flag ? Right(flag.Value) : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(bool value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
