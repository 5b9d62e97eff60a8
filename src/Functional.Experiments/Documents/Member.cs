namespace Functional.Experiments;

using System.Collections.Generic;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A member of an object in a document.</summary>
/// <typeparam name="TOwner">What the object stands for.</typeparam>
internal abstract class Member<TOwner>
{
    /// <summary>The member's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, for those who write the document.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it must be there; what may be left out has a default.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is written; what is not is read and means nothing.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>What faults that do not know the document call the member, such as "learning-rate"; none where they know of no such setting.</summary>
    public string? Setting { get; init; }

    /// <summary>How its value stands in the document.</summary>
    public abstract Form Form { get; }

    /// <summary>The owner with the member's value.</summary>
    /// <param name="owner">The owner before.</param>
    /// <param name="node">What stands in the document.</param>
    public abstract Validation<DocumentFault, TOwner> Read(TOwner owner, DocumentNode node);

    /// <summary>The member's value as JSON.</summary>
    /// <param name="owner">The owner.</param>
    public abstract JsonNode? Write(TOwner owner);

    /// <summary>The settings of this member and of those within it, with the paths that follow this one.</summary>
    public virtual IEnumerable<(string Setting, string Path)> Settings => Setting is { } own ? [(own, $".{Name}")] : [];

    /// <summary>The member as it stands in a schema.</summary>
    public JsonObject Schema()
    {
        var schema = Form.Schema();
        schema["description"] = Description;
        return schema;
    }
}
