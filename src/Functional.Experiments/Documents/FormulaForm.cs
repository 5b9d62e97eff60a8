namespace Functional.Experiments;

using System.Text.Json.Nodes;
using Functional.Numerics.Expressions;
using LanguageExt;

/// <summary>A formula of one variable, as text.</summary>
internal sealed class FormulaForm : Form<Expression>
{
    /// <inheritdoc/>
    public override string Expected => "a formula of one variable, such as \"x * sigmoid(x)\"";

    /// <inheritdoc/>
    public override Validation<DocumentFault, Expression> Read(DocumentNode node) => node is DocumentNode.Text text
        ? Formula.Parse(text.Value).Match(expression => expression.Variables.Count == 1 ? Right(expression) : Wrong(node), _ => Wrong(node))
        : Wrong(node);

    /// <inheritdoc/>
    public override JsonNode Write(Expression value) => JsonValue.Create($"{value}");

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "\\S" };
}
