namespace Functional.Experiments;

using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>An array whose elements are all of one form.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">How an element stands.</param>
/// <param name="maximum">The most elements.</param>
internal sealed class ListForm<T>(Form<T> element, int maximum) : Form<Seq<T>>
{
    /// <inheritdoc/>
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"an array, […], of at most {maximum} elements");

    /// <inheritdoc/>
    public override Validation<DocumentFault, Seq<T>> Read(DocumentNode node)
    {
        if (node is not DocumentNode.List list)
        {
            return Wrong(node);
        }

        if (list.Values.Count > maximum)
        {
            return Prelude.Fail<DocumentFault, Seq<T>>(node.Fault($"{list.Values.Count} elements", Expected));
        }

        var (values, faults) = (new List<T>(), new List<DocumentFault>());
        foreach (var own in list.Values)
        {
            element.Read(own).Match(Succ: values.Add, Fail: wrong => faults.AddRange(wrong));
        }

        return faults.Count == 0
            ? Right(values.ToArray().ToSeq().Strict())
            : Validation<DocumentFault, Seq<T>>.Fail(faults.ToArray().ToSeq().Strict());
    }

    /// <inheritdoc/>
    public override JsonNode Write(Seq<T> value) => new JsonArray([.. value.Select(element.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "array", ["maxItems"] = maximum, ["items"] = element.Schema() };
}
