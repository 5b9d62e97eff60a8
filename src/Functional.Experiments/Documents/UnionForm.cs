namespace Functional.Experiments;

using System;
using System.Linq;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>
/// A value of one of several kinds: an object with the kind as its "type", or the kind's name alone where nothing else need be said.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="cases">The kinds.</param>
internal sealed class UnionForm<T>(params UnionCase<T>[] cases) : Form<T>
{
    /// <summary>The member that tells the kind.</summary>
    public const string TypeName = "type";

    /// <inheritdoc/>
    public override string Expected => $"one of {string.Join(", ", cases.Select(each => each.Name))}";

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) => node switch
    {
        DocumentNode.Text text => Of(text).Bind(kind => kind.Plain.Match(
            Some: Right,
            None: () => Prelude.Fail<DocumentFault, T>(node.Fault($"{node.Shown} alone", $"an object with the type {kind.Name} and its members")))),
        DocumentNode.Members all => TypeOf(all).Bind(kind => kind.Read(node)),
        _ => Wrong(node),
    };

    /// <inheritdoc/>
    public override JsonNode Write(T value) => cases
        .Select(each => each.Write(value))
        .FirstOrDefault(written => written.IsSome)
        .IfNone(() => throw new ArgumentException($"There is no name for {value}.", nameof(value)));

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
        [
            .. cases.Any(each => each.Plain.IsSome)
                ? new[] { new JsonObject { ["enum"] = new JsonArray([.. cases.Where(each => each.Plain.IsSome).Select(each => (JsonNode)each.Name)]) } }
                : [],
            .. cases.Select(each => each.Schema()),
        ]),
    };

    private Validation<DocumentFault, UnionCase<T>> TypeOf(DocumentNode.Members all) =>
        all.Values.Find(member => string.Equals(member.Name, TypeName, StringComparison.Ordinal)).Match(
            Some: member => member.Value is DocumentNode.Text text ? Of(text) : Prelude.Fail<DocumentFault, UnionCase<T>>(member.Value.Fault(Expected)),
            None: () => Prelude.Fail<DocumentFault, UnionCase<T>>(new DocumentFault($"{all.Path}.{TypeName}", all.Line, all.Column, "nothing", Expected)));

    private Validation<DocumentFault, UnionCase<T>> Of(DocumentNode.Text text) =>
        Array.Find(cases, each => string.Equals(each.Name, text.Value, StringComparison.Ordinal)) is { } kind
            ? Prelude.Success<DocumentFault, UnionCase<T>>(kind)
            : Prelude.Fail<DocumentFault, UnionCase<T>>(text.Fault(NearestName.Or(text.Value, [.. cases.Select(each => each.Name)], Expected)));
}
