namespace Functional.Experiments;

using System;
using System.Text;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>The experiment of a sweep: its document, or the name of a file that holds it; kept as the document on one line, with what it leaves out left out.</summary>
/// <param name="open">The octets of a file, or why it cannot be read.</param>
internal sealed class BaseForm(Func<string, Either<Mismatch, byte[]>> open) : Form<string>
{
    /// <inheritdoc/>
    public override string Expected => "an experiment, {…}, or the name of its file";

    /// <inheritdoc/>
    public override Validation<DocumentFault, string> Read(DocumentNode node) => node switch
    {
        DocumentNode.Members => Checked(node),
        DocumentNode.Text file => open(file.Value).Match(
            Left: wrong => Prelude.Fail<DocumentFault, string>(node.Fault($"{node.Shown}: {wrong.Found}", wrong.Expected)),
            Right: octets => DocumentParser.Parse(octets).ToValidation().Bind(Checked)
                .MapFail(fault => node.Fault($"in {node.Shown} {fault.Path} (line {fault.Line}, column {fault.Column}) {fault.Found}", fault.Expected))),
        _ => Wrong(node),
    };

    /// <inheritdoc/>
    public override JsonNode? Write(string value) => DocumentParser.Parse(Encoding.UTF8.GetBytes(value)).Match(Left: fault => throw new ArgumentException(fault.Message, nameof(value)), Right: DocumentJson.Of);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, ExperimentForm.Members.Schema()) };

    private static Validation<DocumentFault, string> Checked(DocumentNode root) =>
        ExperimentForm.Members.Read(root, new ExperimentDraft()).Map(_ => DocumentJson.Of(root)!.ToJsonString());
}
