namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>One kind of value that a <see cref="UnionForm{T}"/> may hold.</summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class UnionCase<T>
{
    /// <summary>The kind's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>The value with everything left out that may be; none where something must be said.</summary>
    public abstract Option<T> Plain { get; }

    /// <summary>The value of an object of this kind.</summary>
    /// <param name="node">The object, its type among its members.</param>
    public abstract Validation<DocumentFault, T> Read(DocumentNode node);

    /// <summary>A value as JSON; none where it is of another kind.</summary>
    /// <param name="value">The value.</param>
    public abstract Option<JsonNode> Write(T value);

    /// <summary>The object of this kind as a schema.</summary>
    public abstract JsonObject Schema();
}
