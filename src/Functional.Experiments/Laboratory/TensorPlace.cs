namespace Functional.Experiments;

using System;
using System.Globalization;
using Functional.Networks;

/// <summary>Names of tensors in words.</summary>
internal static class TensorPlace
{
    private const string NetworkPrefix = "network.";
    private const string ChosenPrefix = "chosen.";
    private const string OptimiserPrefix = "optimiser.";
    private const string PartPrefix = "part";
    private const string MomentPrefix = "moment";

    /// <summary>The place of a tensor in words: "layer 2, Affine 48→40, weights", "the optimiser's moment 1 (part 0) of layer 2, Affine 48→40, weights".</summary>
    /// <param name="name">Its name, as in a checkpoint or in a model.</param>
    /// <param name="title">The title of the layer at a path such as "2" or "2.0"; nothing where it is not known.</param>
    public static string Of(string name, Func<string, string?> title)
    {
        if (name.StartsWith(OptimiserPrefix, StringComparison.Ordinal))
        {
            var rest = name[OptimiserPrefix.Length..];
            var parts = string.Empty;
            while (rest.StartsWith(PartPrefix, StringComparison.Ordinal) && rest.Split('.', 2) is [var part, var behind])
            {
                parts = parts.Length == 0 ? part[PartPrefix.Length..] : $"{parts}.{part[PartPrefix.Length..]}";
                rest = behind;
            }

            return rest.StartsWith(MomentPrefix, StringComparison.Ordinal) && rest.Split('.', 2) is [var moment, var tensor]
                ? $"the optimiser's moment {moment[MomentPrefix.Length..]}{(parts.Length == 0 ? string.Empty : $" in part {parts}")} of {OfLayer(tensor, title)}"
                : name;
        }

        return name.StartsWith(NetworkPrefix, StringComparison.Ordinal) ? OfLayer(name[NetworkPrefix.Length..], title)
            : name.StartsWith(ChosenPrefix, StringComparison.Ordinal) ? $"in the best network so far {OfLayer(name[ChosenPrefix.Length..], title)}"
            : OfLayer(name, title);
    }

    /// <summary>The titles of a network's layers.</summary>
    public static Func<string, string?> Titles<T>(Layer<T> network)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => path =>
        {
            var layer = network;
            foreach (var number in path.Split('.'))
            {
                while (layer is Residual<T> residual)
                {
                    layer = residual.Inner;
                }

                if (layer is not Chain<T> chain || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= chain.Layers.Count)
                {
                    return null;
                }

                layer = chain.Layers[place];
            }

            return layer.Title;
        };

    private static string OfLayer(string tensor, Func<string, string?> title)
    {
        var end = tensor.LastIndexOf('.');
        if (end < 1 || !char.IsAsciiDigit(tensor[0]))
        {
            return tensor;
        }

        var path = tensor[..end];
        return title(path) is { } known ? $"layer {path}, {known}, {tensor[(end + 1)..]}" : $"layer {path}, {tensor[(end + 1)..]}";
    }
}
