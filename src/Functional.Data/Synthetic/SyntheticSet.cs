namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// A made-up data set as a value: how many samples, and by which formula. What comes of it is a pure function of a key, with the same bits
/// everywhere. Sample i depends on the key and on i alone, so a larger set begins with the smaller one.
/// </summary>
public abstract record SyntheticSet
{
    /// <summary>The most samples that a set can have: ten million.</summary>
    public const int MaximumCount = 10_000_000;

    private protected SyntheticSet(int count, double noise)
    {
        if (count is < 1 or > MaximumCount)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The number of samples must be from 1 to {Words.Number(MaximumCount)}.");
        }

        if (!double.IsFinite(noise) || noise < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(noise), noise, "The noise is a standard deviation: a finite number of at least 0.");
        }

        Count = count;
        Noise = noise;
    }

    /// <summary>The number of samples, from 1 to <see cref="MaximumCount"/>.</summary>
    public int Count { get; }

    /// <summary>The standard deviation of the normal noise that is added, in units of the features (of the value where a value is to be predicted).</summary>
    public double Noise { get; }

    /// <summary>What messages and reports call the set.</summary>
    public abstract string Name { get; }

    /// <summary>The samples.</summary>
    /// <param name="key">What they are drawn from.</param>
    public abstract DataSet Draw(RandomKey key);

    /// <summary>A set of points in the plane whose classes take turns: sample i is of class i modulo their number.</summary>
    /// <param name="key">What the noise is drawn from.</param>
    /// <param name="classCount">The number of classes, at least 2.</param>
    /// <param name="pointOf">From a sample's number and class to its place without noise.</param>
    private protected DataSet Plane(RandomKey key, int classCount, Func<int, int, (double X, double Y)> pointOf)
    {
        var noise = key.For("noise");
        var features = new double[2 * Count];
        var classes = new int[Count];
        for (var sample = 0; sample < Count; sample++)
        {
            classes[sample] = sample % classCount;
            var (x, y) = pointOf(sample, classes[sample]);
            features[2 * sample] = Math.FusedMultiplyAdd(Noise, noise.Normal(2L * sample), x);
            features[(2 * sample) + 1] = Math.FusedMultiplyAdd(Noise, noise.Normal((2L * sample) + 1), y);
        }

        return Whole(features, 2, new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(classes), classCount));
    }

    /// <summary>A set of features and values to predict.</summary>
    /// <param name="key">What the noise is drawn from.</param>
    /// <param name="features">Feature by feature, sample after sample.</param>
    /// <param name="width">The number of features.</param>
    /// <param name="valueOf">From a sample's features to its value without noise.</param>
    private protected DataSet Curve(RandomKey key, double[] features, int width, Func<ReadOnlyMemory<double>, double> valueOf)
    {
        var noise = key.For("noise");
        var values = Enumerable.Range(0, Count)
            .Select(sample => Math.FusedMultiplyAdd(Noise, noise.Normal(sample), valueOf(features.AsMemory(sample * width, width))))
            .ToImmutableArray();
        return Whole(features, width, new ValueLabels(values));
    }

    private DataSet Whole(double[] features, int width, Labels labels) =>
        DataSet.Create(Name, new RealFeatures(ImmutableCollectionsMarshal.AsImmutableArray(features), width), labels).Match(
            Succ: set => set,
            Fail: faults => throw new InvalidOperationException(string.Join(' ', faults)));
}
