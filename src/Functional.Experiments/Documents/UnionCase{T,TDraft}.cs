namespace Functional.Experiments;

using System;
using System.Linq;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>One kind of value, made from what its members say.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <typeparam name="TDraft">What the members say, before it is a value.</typeparam>
/// <param name="start">What they say where all are left out.</param>
/// <param name="make">The value of what they say.</param>
/// <param name="read">What they say of a value; none where it is of another kind.</param>
/// <param name="members">The members.</param>
internal sealed class UnionCase<T, TDraft>(TDraft start, Func<TDraft, T> make, Func<T, Option<TDraft>> read, params Member<TDraft>[] members) : UnionCase<T>
{
    private readonly MembersForm<TDraft> form = new(members);

    /// <inheritdoc/>
    public override Option<T> Plain => members.Any(member => member.IsRequired) ? Option<T>.None : make(start);

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) => form.Read(node, start, UnionForm<T>.TypeName).Map(make);

    /// <inheritdoc/>
    public override Option<JsonNode> Write(T value) => read(value).Map(draft => members.Length == 0 ? (JsonNode)JsonValue.Create(Name) : Object(draft));

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = form.Schema();
        schema["properties"]!.AsObject().Insert(0, UnionForm<T>.TypeName, new JsonObject { ["const"] = Name });
        schema["required"] = new JsonArray([UnionForm<T>.TypeName, .. schema["required"]?.AsArray().Select(name => (JsonNode)(string)name!) ?? []]);
        schema["description"] = Description;
        return schema;
    }

    private JsonObject Object(TDraft draft)
    {
        var written = form.Write(draft);
        written.Insert(0, UnionForm<T>.TypeName, Name);
        return written;
    }
}
