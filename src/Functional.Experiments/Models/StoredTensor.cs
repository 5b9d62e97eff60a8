namespace Functional.Experiments;

using LanguageExt;

/// <summary>A tensor as a safetensors header tells it, found to lie within the file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its element, such as "F32".</param>
/// <param name="Shape">Its sizes, the last varying fastest.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record StoredTensor(string Name, string Type, Seq<long> Shape, long Begin, long End)
{
    /// <summary>The sizes in brackets: [50, 784].</summary>
    public string Sizes => $"[{string.Join(", ", Shape)}]";
}
