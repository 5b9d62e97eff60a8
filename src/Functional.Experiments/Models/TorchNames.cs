namespace Functional.Experiments;

using System;
using System.Linq;
using LanguageExt;

/// <summary>The names that PyTorch gives the tensors of <c>nn.Sequential</c> and its modules, beside the names here.</summary>
/// <remarks>
/// Layers are numbered alike: every module counts, with parameters or without, and a chain within a chain adds a number. A residual block, for which
/// PyTorch has no module, adds no number of its own. What is called scale and slope here is PyTorch's weight, shift is its bias, and a batch
/// normalisation also counts its batches, which nothing here depends on.
/// </remarks>
internal static class TorchNames
{
    /// <summary>The tensor in which PyTorch counts a batch normalisation's batches: one 64-bit integer.</summary>
    public const string BatchCount = "num_batches_tracked";

    private static readonly (string Here, string There)[] Known =
    [
        ("weights", "weight"), ("bias", "bias"), ("scale", "weight"), ("shift", "bias"), ("slope", "weight"), ("mean", "running_mean"), ("variance", "running_var"),
    ];

    /// <summary>PyTorch's name of a parameter or statistic.</summary>
    /// <param name="name">The full name here, such as "0.weights".</param>
    public static string Of(string name)
    {
        var (place, own) = Split(name);
        return $"{place}{Known.First(pair => string.Equals(pair.Here, own, StringComparison.Ordinal)).There}";
    }

    /// <summary>The names of the counts of batches that a file has besides, in the order of the layers.</summary>
    /// <param name="statistics">The full names of all statistics here.</param>
    public static Seq<string> BatchCounts(Seq<string> statistics) => statistics
        .Map(Split)
        .Filter(name => string.Equals(name.Own, "mean", StringComparison.Ordinal))
        .Map(name => $"{name.Place}{BatchCount}")
        .Strict();

    /// <summary>PyTorch's order within a layer is that here: weight, bias, running mean, running variance.</summary>
    private static (string Place, string Own) Split(string name)
    {
        var point = name.LastIndexOf('.') + 1;
        return (name[..point], name[point..]);
    }
}
