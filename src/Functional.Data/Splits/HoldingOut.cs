namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Numerics.Randomness;

/// <summary>Holds samples of a set back to judge by.</summary>
public static class HoldingOut
{
    extension(DataSet set)
    {
        /// <summary>Holds a share of the samples back at random, rounded to the nearest count (a half up). Both parts keep the set's order.</summary>
        /// <param name="share">The share of the samples to judge by, between 0 and 1.</param>
        /// <param name="key">Decides which samples go where; unrelated to what <see cref="DataSet.Split(double, RandomKey)"/> makes of the same key.</param>
        /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or one part would have no samples.</exception>
        public ValidationSplit HoldOut(double share, RandomKey key)
        {
            ArgumentNullException.ThrowIfNull(set);
            var count = CountOf(set, share);
            return Parted(set, [.. key.For("validation").ChoiceWithoutReplacement(set.Count, count)]);
        }

        /// <summary>
        /// Holds a share of the samples back at random, with the classes in the same proportions in both parts, as exactly as whole samples
        /// can be: the number held back is the share of all samples, rounded to the nearest (a half up), and it is given out to the
        /// classes by the largest remainder, of equal ones to the lower class. So each class's number is less than 1 away from its exact
        /// proportion. Both parts keep the set's order.
        /// </summary>
        /// <param name="share">The share of the samples to judge by, between 0 and 1.</param>
        /// <param name="key">Decides which samples go where; unrelated to what <see cref="DataSet.SplitStratified"/> makes of the same key.</param>
        /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or one part would have no samples.</exception>
        /// <exception cref="ArgumentException">The set has no classes.</exception>
        public ValidationSplit HoldOutStratified(double share, RandomKey key)
        {
            ArgumentNullException.ThrowIfNull(set);
            if (set.Labels is not ClassLabels labels)
            {
                throw new ArgumentException($"{set.Name} has values to predict and no classes; hold samples out without strata.", nameof(share));
            }

            var shares = LargestRemainder.Share(CountOf(set, share), labels.CountByClass().AsSpan());
            var samplesByClass = shares.Select(_ => new List<int>()).ToArray();
            for (var sample = 0; sample < set.Count; sample++)
            {
                samplesByClass[labels.Classes[sample]].Add(sample);
            }

            return Parted(set, [.. samplesByClass.SelectMany((samples, index) =>
                key.For("stratified validation").At(index).ChoiceWithoutReplacement(samples.Count, shares[index]).Select(place => samples[place]))]);
        }
    }

    private static int CountOf(DataSet set, double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, $"The share of {set.Name} to judge by must be between 0 and 1, both excluded.");
        }

        var count = (int)Math.Floor((share * set.Count) + 0.5);
        return count >= 1 && count < set.Count
            ? count
            : throw new ArgumentOutOfRangeException(nameof(share), share, $"{set.Name} has {set.Count} samples; with that share {count} would be held out, and one part would have none.");
    }

    private static ValidationSplit Parted(DataSet set, HashSet<int> heldOut)
    {
        var (train, validation) = (new List<int>(set.Count), new List<int>(heldOut.Count));
        for (var sample = 0; sample < set.Count; sample++)
        {
            (heldOut.Contains(sample) ? validation : train).Add(sample);
        }

        return new(
            set.Select(CollectionsMarshal.AsSpan(train)).Named($"{set.Name} train"),
            set.Select(CollectionsMarshal.AsSpan(validation)).Named($"{set.Name} validation"));
    }
}
