namespace Functional.Networks;

using System;

/// <summary>The samples' weights under a loss: that of the class, times the sample's own.</summary>
internal sealed class Weighing<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly T[] classes;

    /// <summary>The weights under a loss.</summary>
    public Weighing(Loss loss)
    {
        var weights = loss.ClassWeights;
        classes = weights.IsEmpty ? [] : [.. weights.Map(T.CreateTruncating)];
    }

    /// <summary>Whether weights may differ from 1.</summary>
    /// <param name="areSamplesWeighted">Whether the samples have weights of their own.</param>
    public bool Applies(bool areSamplesWeighted) => areSamplesWeighted || classes.Length > 0;

    /// <summary>One sample's weight.</summary>
    /// <param name="sample">Which sample of its batch.</param>
    /// <param name="index">Its class.</param>
    /// <param name="own">Its own weight.</param>
    /// <exception cref="ArgumentException">The class has no weight.</exception>
    public T Of(int sample, int index, T own)
    {
        if (classes.Length == 0)
        {
            return own;
        }

        return (uint)index < (uint)classes.Length ? classes[index] * own : throw Missing(sample, index);
    }

    /// <summary>Every sample's weight.</summary>
    public T[] Of(Targets<T> targets)
    {
        var weights = new T[targets.Count];
        for (var sample = 0; sample < weights.Length; sample++)
        {
            weights[sample] = Of(sample, targets.ClassOf(sample), targets.WeightOf(sample));
        }

        return weights;
    }

    /// <summary>Each weight times its value.</summary>
    public static T[] Products(ReadOnlySpan<T> weights, ReadOnlySpan<T> values)
    {
        var products = new T[weights.Length];
        for (var sample = 0; sample < products.Length; sample++)
        {
            products[sample] = weights[sample] * values[sample];
        }

        return products;
    }

    private ArgumentException Missing(int sample, int index) => new(
        $"Sample {sample} is of class {index}, but there are weights for {classes.Length} classes: they run from 0 to {classes.Length - 1}.", nameof(index));
}
