namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>Any value, kept as JSON on one line; what is no JSON is a string.</summary>
internal sealed class AnyForm : Form<string>
{
    /// <inheritdoc/>
    public override string Expected => "a value";

    /// <inheritdoc/>
    public override Validation<DocumentFault, string> Read(DocumentNode node) => Right(DocumentJson.Of(node)?.ToJsonString() ?? "null");

    /// <inheritdoc/>
    public override JsonNode? Write(string value) => DocumentPath.Parsed(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => [];
}
