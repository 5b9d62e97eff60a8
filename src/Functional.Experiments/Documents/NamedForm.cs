namespace Functional.Experiments;

using System;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A form that is told once under a name, so that it may hold itself.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="name">The name.</param>
/// <param name="definition">The form, made when it is first needed.</param>
internal sealed class NamedForm<T>(string name, Func<Form<T>> definition) : Form<T>
{
    private readonly Lazy<Form<T>> inner = new(definition);

    /// <summary>The name under which the schema defines the form.</summary>
    public string Name => name;

    /// <inheritdoc/>
    public override string Expected => inner.Value.Expected;

    /// <summary>What the name stands for.</summary>
    public JsonObject Definition() => inner.Value.Schema();

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) => inner.Value.Read(node);

    /// <inheritdoc/>
    public override JsonNode? Write(T value) => inner.Value.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["$ref"] = $"#/$defs/{name}" };
}
