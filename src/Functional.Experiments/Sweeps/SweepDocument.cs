namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Functional.Data;
using LanguageExt;

/// <summary>Sweeps as JSON documents and back, without loss: version and experiment must be there. Comments and commas behind the last element are allowed.</summary>
public static class SweepDocument
{
    private const string Wanted = "a document of a sweep, as init --sweep writes it";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A sweep over the embedded digits, to begin with.</summary>
    private static SweepDraft Example { get; } = new()
    {
        Base = "{\"version\":1,\"arithmetic\":1,\"data\":\"digits\",\"epochs\":10,\"validation\":{\"share\":0.2}}",
        Axes = Prelude.Seq<SweepAxis>(
            new SweepAxis.LogUniform("optimiser.rate", 0.01, 1),
            new SweepAxis.Values("network.hidden", Prelude.Seq("[32]", "[128]", "[64,64]")),
            new SweepAxis.Integers("sampling.size", 16, 64)),
        Strategy = new SweepStrategy.Random(16),
    };

    /// <summary>The sweep of a document that holds its experiment.</summary>
    /// <param name="json">The document's text.</param>
    /// <returns>The sweep, or everything that is wrong, in the order in which it stands in the text; trials that there cannot be are faults, too.</returns>
    public static Validation<DocumentFault, Sweep> Read(string json) =>
        Read(Encoding.UTF8.GetBytes(Given.NotNull(json)), _ => new Mismatch("there is no folder to look in", "the experiment itself, {…}"));

    /// <summary>The sweep of a file; its experiment may be a file beside it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The sweep, or everything that is wrong with it; or why the file cannot be read.</returns>
    public static Either<DataFault, Validation<DocumentFault, Sweep>> Load(string path) => BoundedFile.Read(Given.NotNull(path), ExperimentDocument.MaximumLength, Wanted)
        .Map(octets => Read(octets, name => BoundedFile.Read(Beside(path, name), ExperimentDocument.MaximumLength, "a document of an experiment, as init writes it")
            .MapLeft(fault => new Mismatch(fault.Found, fault.Expected))));

    /// <summary>The document of a sweep, with its experiment in it, indented, ended by a line feed. Equal sweeps give equal documents.</summary>
    /// <param name="sweep">The sweep.</param>
    public static string Write(Sweep sweep) => Write(Given.NotNull(sweep).Draft);

    /// <summary>The places at which two sweeps differ, with what stands there on either side.</summary>
    /// <param name="one">A sweep.</param>
    /// <param name="other">Another one.</param>
    public static Seq<(string Path, string One, string Other)> Differences(Sweep one, Sweep other) => DocumentPath.Differences(Members.Write(Given.NotNull(one).Draft), Members.Write(Given.NotNull(other).Draft));

    /// <summary>An example over the embedded digits with a comment above every member that says what it means.</summary>
    public static string Explained() => ExplainedText.Of(
        "A sweep: many experiments that differ in a few places. functional sweep FILE --output FOLDER carries it out. Editors know such text as JSON with comments (.jsonc).",
        Members.Write(Example),
        Members);

    /// <summary>The schema of documents, JSON Schema draft 2020-12, made from the same definition as reading and writing.</summary>
    public static string Schema()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Functional sweep" };
        foreach (var (name, value) in Members.Schema().ToArray())
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject([.. ExperimentForm.Definitions.Select(own => KeyValuePair.Create(own.Name, (JsonNode?)own.Schema))]);
        return $"{schema.ToJsonString(Indented)}\n";
    }

    /// <summary>The document of what is said of a sweep.</summary>
    internal static string Write(SweepDraft draft) => $"{Members.Write(draft).ToJsonString(Indented)}\n";

    private static MembersForm<SweepDraft> Members { get; } = SweepForms.Members(_ => new Mismatch("there is no folder to look in", "the experiment itself, {…}"));

    private static string Beside(string path, string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? string.Empty, name);

    private static Validation<DocumentFault, Sweep> Read(ReadOnlySpan<byte> utf8, Func<string, Either<Mismatch, byte[]>> open) => utf8.Length > ExperimentDocument.MaximumLength
        ? Prelude.Fail<DocumentFault, Sweep>(new DocumentFault("$", 0, 0, $"{utf8.Length} octets", $"at most {ExperimentDocument.MaximumLength}"))
        : DocumentParser.Parse(utf8).Match(
            Left: Prelude.Fail<DocumentFault, Sweep>,
            Right: root => SweepForms.Members(open).Read(root, new SweepDraft()).Bind(draft => Sweep.Of(draft).MapFail(fault => Placed(fault, root)))
                .Match(Succ: Prelude.Success<DocumentFault, Sweep>, Fail: Ordered));

    private static DocumentFault Placed(DocumentFault fault, DocumentNode root)
    {
        var (_, line, column) = DocumentPath.Place(root, fault.Path);
        return fault with { Line = line, Column = column };
    }

    private static Validation<DocumentFault, Sweep> Ordered(Seq<DocumentFault> faults) =>
        Validation<DocumentFault, Sweep>.Fail(faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToArray().ToSeq().Strict());
}
