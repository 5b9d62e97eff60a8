namespace Functional.Experiments;

using System.Collections.Generic;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>An object as a value of its own.</summary>
/// <typeparam name="T">What it stands for.</typeparam>
/// <param name="members">Its members.</param>
/// <param name="start">What it stands for where nothing is said.</param>
internal sealed class ObjectForm<T>(MembersForm<T> members, T start) : Form<T>
{
    /// <inheritdoc/>
    public override string Expected => members.Expected;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Description, Form Form)> Explained => members.Explained;

    /// <inheritdoc/>
    public override Validation<DocumentFault, T> Read(DocumentNode node) => members.Read(node, start);

    /// <inheritdoc/>
    public override JsonNode Write(T value) => members.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => members.Schema();
}
