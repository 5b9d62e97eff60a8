namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A text that is not empty.</summary>
/// <param name="expected">What would be right.</param>
internal sealed class TextForm(string expected) : Form<string>
{
    /// <inheritdoc/>
    public override string Expected => expected;

    /// <inheritdoc/>
    public override Validation<DocumentFault, string> Read(DocumentNode node) =>
        node is DocumentNode.Text text && !string.IsNullOrWhiteSpace(text.Value) && !text.Value.Contains('\0', System.StringComparison.Ordinal) ? Right(text.Value) : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(string value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "\\S" };
}
