namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>An object with known members: others, and the same twice, are faults.</summary>
/// <typeparam name="TOwner">What the object stands for.</typeparam>
/// <param name="members">The members.</param>
internal sealed class MembersForm<TOwner>(params Member<TOwner>[] members) : Form
{
    /// <inheritdoc/>
    public override string Expected => "an object, {…}";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Description, Form Form)> Explained => [.. members.Select(member => (member.Name, member.Description, member.Form))];

    /// <summary>The settings that members are about, with their paths.</summary>
    public IEnumerable<(string Setting, string Path)> Settings => members.SelectMany(member => member.Settings);

    /// <summary>The owner with what an object says of it.</summary>
    /// <param name="node">The object.</param>
    /// <param name="owner">The owner as it is where nothing is said.</param>
    /// <param name="besides">A member that may be there and is read by the caller.</param>
    public Validation<DocumentFault, TOwner> Read(DocumentNode node, TOwner owner, string? besides = null)
    {
        if (node is not DocumentNode.Members all)
        {
            return Prelude.Fail<DocumentFault, TOwner>(node.Fault(Expected));
        }

        var faults = new List<DocumentFault>();
        var seen = new System.Collections.Generic.HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in all.Values)
        {
            var member = Array.Find(members, each => string.Equals(each.Name, entry.Name, StringComparison.Ordinal));
            if (!seen.Add(entry.Name))
            {
                faults.Add(new(entry.Value.Path, entry.Line, entry.Column, "the same name again", "each name once"));
            }
            else if (member is not null)
            {
                member.Read(owner, entry.Value).Match(Succ: changed => owner = changed, Fail: wrong => faults.AddRange(wrong));
            }
            else if (!string.Equals(entry.Name, besides, StringComparison.Ordinal))
            {
                string[] known = [.. besides is null ? [] : new[] { besides }, .. members.Select(each => each.Name)];
                faults.Add(new(entry.Value.Path, entry.Line, entry.Column, "a name that there is not", Known(entry.Name, known)));
            }
        }

        faults.AddRange(members
            .Where(member => member.IsRequired && !seen.Contains(member.Name))
            .Select(member => new DocumentFault($"{node.Path}.{member.Name}", node.Line, node.Column, "nothing", member.Form.Expected)));
        return faults.Count == 0
            ? Prelude.Success<DocumentFault, TOwner>(owner)
            : Validation<DocumentFault, TOwner>.Fail(faults.ToArray().ToSeq().Strict());
    }

    /// <summary>All members as JSON.</summary>
    /// <param name="owner">What the object stands for.</param>
    public JsonObject Write(TOwner owner) => new([.. members.Where(member => member.IsWritten).Select(member => KeyValuePair.Create(member.Name, member.Write(owner)))]);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject([.. members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema()))]),
            ["additionalProperties"] = false,
        };
        JsonNode[] required = [.. members.Where(member => member.IsRequired).Select(member => JsonValue.Create(member.Name))];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private static string Known(string name, string[] known) => known.Length == 0 ? "no member at all" : NearestName.Or(name, known, $"one of {string.Join(", ", known)}");
}
