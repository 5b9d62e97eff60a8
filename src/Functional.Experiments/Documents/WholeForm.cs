namespace Functional.Experiments;

using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A whole number in a range.</summary>
/// <typeparam name="T">The integer.</typeparam>
/// <param name="minimum">The smallest one.</param>
/// <param name="maximum">The largest one.</param>
internal sealed class WholeForm<T>(T minimum, T maximum) : Form<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    /// <inheritdoc/>
    public override string Expected => maximum == T.MaxValue && typeof(T) != typeof(ulong)
        ? $"a whole number, at least {Digits(minimum)}"
        : $"a whole number from {Digits(minimum)} to {Digits(maximum)}";

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) =>
        node is DocumentNode.Number number && decimal.TryParse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && decimal.Truncate(value) == value && value >= decimal.CreateChecked(minimum) && value <= decimal.CreateChecked(maximum)
            ? Right(T.CreateChecked(value))
            : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(T value) => JsonValue.Create(value)!;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "integer", ["minimum"] = JsonValue.Create(minimum), ["maximum"] = JsonValue.Create(maximum) };

    private static string Digits(T number) => number.ToString(null, CultureInfo.InvariantCulture);
}
