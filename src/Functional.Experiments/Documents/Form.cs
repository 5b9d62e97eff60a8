namespace Functional.Experiments;

using System.Collections.Generic;
using System.Text.Json.Nodes;

/// <summary>
/// How a value stands in a document: the one source from which reading, writing, the explanations and the schema are made, so that they
/// cannot disagree.
/// </summary>
internal abstract class Form
{
    /// <summary>What would be right, a part of a sentence.</summary>
    public abstract string Expected { get; }

    /// <summary>The members with their explanations, where the value is an object with members of its own.</summary>
    public virtual IReadOnlyList<(string Name, string Description, Form Form)> Explained => [];

    /// <summary>The form as a JSON schema.</summary>
    public abstract JsonObject Schema();
}
