namespace Functional.Experiments;

using System;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A member with a value of its own.</summary>
/// <typeparam name="TOwner">What the object stands for.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="form">How the value stands.</param>
/// <param name="get">The value of an owner.</param>
/// <param name="set">The owner with another value.</param>
internal sealed class Member<TOwner, TValue>(Form<TValue> form, Func<TOwner, TValue> get, Func<TOwner, TValue, TOwner> set) : Member<TOwner>
{
    /// <inheritdoc/>
    public override Form Form => form;

    /// <inheritdoc/>
    public override Validation<DocumentFault, TOwner> Read(TOwner owner, DocumentNode node) => form.Read(node).Map(value => set(owner, value));

    /// <inheritdoc/>
    public override JsonNode? Write(TOwner owner) => form.Write(get(owner));
}
