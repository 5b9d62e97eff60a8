namespace Functional.Networks;

using System.Collections.Generic;
using System.Runtime.InteropServices;

/// <summary>Consecutive layers of a chain.</summary>
/// <param name="First">The first layer's number.</param>
/// <param name="End">The number behind the last layer's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int First, int End)
{
    /// <summary>
    /// The stretches of a chain: as long as grains can go through without one another, with each layer that needs a whole batch at its place by itself.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <returns>Each stretch in order, and whether it needs a whole batch.</returns>
    public static IReadOnlyList<(Stretch Stretch, bool NeedsWholeBatch)> Of<T>(Chain<T> chain)
        where T : struct, IFloatingPointIeee754<T>
    {
        var stretches = new List<(Stretch Stretch, bool NeedsWholeBatch)>();
        var first = 0;
        for (var place = 0; place < chain.Layers.Count; place++)
        {
            if (!StagePlanner<T>.NeedsWholeBatch(chain.Layers[place]))
            {
                continue;
            }

            if (first < place)
            {
                stretches.Add((new(first, place), false));
            }

            stretches.Add((new(place, place + 1), true));
            first = place + 1;
        }

        if (first < chain.Layers.Count)
        {
            stretches.Add((new(first, chain.Layers.Count), false));
        }

        return stretches;
    }
}
