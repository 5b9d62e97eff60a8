namespace Functional.Experiments;

using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A number in a range.</summary>
/// <param name="range">The range.</param>
internal sealed class NumberForm(NumberRange range) : Form<double>
{
    /// <inheritdoc/>
    public override string Expected => range.Words;

    /// <inheritdoc/>
    public override Validation<DocumentFault, double> Read(DocumentNode node) =>
        node is DocumentNode.Number number && double.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && range.Contains(value)
            ? Right(value)
            : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(double value) => JsonValue.Create(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => range.Schema();
}
