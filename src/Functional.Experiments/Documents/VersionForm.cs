namespace Functional.Experiments;

using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A version that must be the one that the program knows.</summary>
/// <param name="version">The version.</param>
/// <param name="meaning">What it is the version of, a part of a sentence.</param>
internal sealed class VersionForm(int version, string meaning) : Form<int>
{
    /// <inheritdoc/>
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"{version}, {meaning}");

    /// <inheritdoc/>
    public override Validation<DocumentFault, int> Read(DocumentNode node) =>
        node is DocumentNode.Number number && int.TryParse(number.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found == version
            ? Right(found)
            : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(int value) => JsonValue.Create(version);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["const"] = version };
}
