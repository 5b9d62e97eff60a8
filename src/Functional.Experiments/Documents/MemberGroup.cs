namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>A member whose own members say something of the same owner: it only keeps together what belongs together.</summary>
/// <typeparam name="TOwner">What both objects stand for.</typeparam>
/// <param name="members">The members within.</param>
internal sealed class MemberGroup<TOwner>(params Member<TOwner>[] members) : Member<TOwner>
{
    private readonly MembersForm<TOwner> form = new(members);

    /// <inheritdoc/>
    public override Form Form => form;

    /// <inheritdoc/>
    public override IEnumerable<(string Setting, string Path)> Settings => form.Settings.Select(own => (own.Setting, $".{Name}{own.Path}"));

    /// <inheritdoc/>
    public override Validation<DocumentFault, TOwner> Read(TOwner owner, DocumentNode node) => form.Read(node, owner);

    /// <inheritdoc/>
    public override JsonNode Write(TOwner owner) => form.Write(owner);
}
