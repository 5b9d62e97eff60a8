namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>Experiments as JSON documents and back, without loss.</summary>
/// <remarks>
/// A document is one object with the members that <see cref="Schema"/> tells; version and arithmetic must be there, what else is left out is as
/// in <see cref="Experiment.Default"/>. Comments and commas behind the last element are allowed; unknown names and names that come twice are faults.
/// </remarks>
public static class ExperimentDocument
{
    /// <summary>The largest document that is read, in octets: 1 MiB.</summary>
    public const int MaximumLength = 1 << 20;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The experiment of a document.</summary>
    /// <param name="json">The document's text.</param>
    /// <returns>The experiment, or everything that is wrong, in the order in which it stands in the text.</returns>
    public static Validation<DocumentFault, Experiment> Read(string json) => Read(Encoding.UTF8.GetBytes(Given.NotNull(json)));

    /// <summary>The experiment of a document.</summary>
    /// <param name="utf8">The document's text.</param>
    /// <returns>The experiment, or everything that is wrong, in the order in which it stands in the text.</returns>
    public static Validation<DocumentFault, Experiment> Read(ReadOnlySpan<byte> utf8) => utf8.Length > MaximumLength
        ? Prelude.Fail<DocumentFault, Experiment>(new DocumentFault("$", 0, 0, $"{utf8.Length} octets", $"at most {MaximumLength}"))
        : DocumentParser.Parse(utf8).Match(
            Left: Prelude.Fail<DocumentFault, Experiment>,
            Right: root => ExperimentForm.Members.Read(root, new ExperimentDraft())
                .Bind(draft => draft.Create().MapFail(fault => Placed(fault, root)))
                .Match(Succ: Prelude.Success<DocumentFault, Experiment>, Fail: Ordered));

    /// <summary>The experiment of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The experiment, or everything that is wrong with it; or why the file cannot be read.</returns>
    public static Either<DataFault, Validation<DocumentFault, Experiment>> Load(string path) => BoundedFile.Read(Given.NotNull(path), MaximumLength, "a document of an experiment, as init and --print-experiment write it")
        .Map(octets => Read(octets));

    /// <summary>The document of an experiment: every member, indented, ended by a line feed. Equal experiments give equal documents.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <exception cref="ArgumentException">A part of it has no name in documents, such as a loss of one's own.</exception>
    public static string Write(Experiment experiment) => $"{Tree(Given.NotNull(experiment)).ToJsonString(Indented)}\n";

    /// <summary>The document of an experiment with a comment above every member that says what it means.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <exception cref="ArgumentException">A part of it has no name in documents.</exception>
    public static string WriteExplained(Experiment experiment) => ExplainedText.Of(
        "An experiment: everything that a training's result depends on, and nothing else. What is left out is as here; version and arithmetic must be there. Editors know such text as JSON with comments (.jsonc).",
        Tree(Given.NotNull(experiment)),
        ExperimentForm.Members);

    /// <summary>The schema of documents, JSON Schema draft 2020-12, made from the same definition as reading and writing.</summary>
    public static string Schema()
    {
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Functional experiment" };
        foreach (var (name, value) in ExperimentForm.Members.Schema().ToArray())
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = new JsonObject([.. ExperimentForm.Definitions.Select(own => KeyValuePair.Create(own.Name, (JsonNode?)own.Schema))]);
        return $"{schema.ToJsonString(Indented)}\n";
    }

    /// <summary>What stands at a place of an experiment's document, as JSON.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="path">The names of members with dots between them: "optimiser.rate".</param>
    /// <exception cref="ArgumentException">A part of the experiment has no name in documents, or there is no such place.</exception>
    public static string At(Experiment experiment, string path)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(path);
        JsonNode? place = Tree(experiment);
        foreach (var name in path.Split('.'))
        {
            place = place is JsonObject members && members.ContainsKey(name) ? members[name] : throw new ArgumentException($"There is no place {path} in the document: no {name}.", nameof(path));
        }

        return place?.ToJsonString() ?? "null";
    }

    /// <summary>The same experiment with another value at a place of its document.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="path">The place, with or without "$." in front: "optimiser.rate", "network.hidden[1]".</param>
    /// <param name="json">The value as JSON; what is no JSON is a string.</param>
    /// <returns>The experiment, or everything that is wrong with it.</returns>
    /// <exception cref="ArgumentException">A part of the experiment has no name in documents.</exception>
    public static Validation<DocumentFault, Experiment> With(Experiment experiment, string path, string json) => With(experiment, [(Given.NotNull(path), Given.NotNull(json))]);

    /// <summary>The same experiment with other values at places of its document, all set before it is asked whether they go together.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="values">Each place with its value as JSON; what is no JSON is a string.</param>
    /// <returns>The experiment, or everything that is wrong with it.</returns>
    /// <exception cref="ArgumentException">A part of the experiment has no name in documents.</exception>
    public static Validation<DocumentFault, Experiment> With(Experiment experiment, IEnumerable<(string Path, string Json)> values)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(values);
        var tree = Tree(experiment);
        var faults = values.Select(value => DocumentPath.Set(tree, Given.NotNull(value.Path), Given.NotNull(value.Json))).SelectMany(fault => fault).ToArray().ToSeq().Strict();
        return faults.IsEmpty
            ? Read(tree.ToJsonString(Indented)).MapFail(fault => fault with { Line = 0, Column = 0 })
            : Validation<DocumentFault, Experiment>.Fail(faults);
    }

    /// <summary>The places at which two experiments differ, with what stands there on either side; "nothing" where there is no such place.</summary>
    /// <param name="one">An experiment.</param>
    /// <param name="other">Another one.</param>
    /// <exception cref="ArgumentException">A part of an experiment has no name in documents.</exception>
    public static Seq<(string Path, string One, string Other)> Differences(Experiment one, Experiment other) => DocumentPath.Differences(Tree(Given.NotNull(one)), Tree(Given.NotNull(other)));

    /// <summary>
    /// The identity of an experiment: SHA-256 of its document on one line, without the place where its data lie, which have a fingerprint of their own, and
    /// without what is as in <see cref="Experiment.Default"/>, so that a setting that is new to the program changes no fingerprint where it is not used.
    /// </summary>
    /// <param name="experiment">The experiment.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    /// <exception cref="ArgumentException">A part of it has no name in documents.</exception>
    public static string Fingerprint(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var tree = Tree(experiment);
        if (tree["data"] is JsonObject data)
        {
            data.Remove("path");
        }

        var own = Apart(tree, Tree(Experiment.Default));
        own["version"] = ExperimentForm.Version;
        own["arithmetic"] = Arithmetic.Version;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(own.ToJsonString())));
    }

    /// <summary>What an object has that another one has not.</summary>
    private static JsonObject Apart(JsonObject own, JsonObject other) => new([.. own
        .Where(member => !other.ContainsKey(member.Key) || !JsonNode.DeepEquals(member.Value, other[member.Key]))
        .Select(member => KeyValuePair.Create(
            member.Key,
            member.Value is JsonObject mine && other[member.Key] is JsonObject its ? Apart(mine, its) : member.Value?.DeepClone()))]);

    /// <summary>A fault about a setting as one about the place in a document that says it.</summary>
    /// <param name="fault">The fault.</param>
    public static DocumentFault Placed(SettingFault fault) => new(PathOf(Given.NotNull(fault).Setting), 0, 0, fault.Found, fault.Expected);

    private static DocumentFault Placed(SettingFault fault, DocumentNode root)
    {
        var (path, line, column) = DocumentPath.Place(root, PathOf(fault.Setting));
        return new(path, line, column, fault.Found, fault.Expected);
    }

    private static string PathOf(string setting) =>
        $"${ExperimentForm.Members.Settings.Where(own => string.Equals(own.Setting, setting, StringComparison.Ordinal)).Select(own => own.Path).FirstOrDefault() ?? $" ({setting})"}";

    private static Validation<DocumentFault, Experiment> Ordered(Seq<DocumentFault> faults) =>
        Validation<DocumentFault, Experiment>.Fail(faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToArray().ToSeq().Strict());

    private static JsonObject Tree(Experiment experiment) => ExperimentForm.Members.Write(ExperimentDraft.Of(experiment));
}
