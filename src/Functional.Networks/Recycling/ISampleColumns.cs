namespace Functional.Networks;

using System;

/// <summary>A source of samples that can write them one by one, from any thread, where they are wanted.</summary>
internal interface ISampleColumns<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The number of features of a sample.</summary>
    int FeatureCount { get; }

    /// <summary>Says that one sample's features will be wanted soon.</summary>
    void Announce(int sample);

    /// <summary>Writes one sample's features.</summary>
    void CopyInputs(int sample, Span<T> column);

    /// <summary>Writes one sample's target, a number for each output.</summary>
    void CopyTarget(int sample, Span<T> column);

    /// <summary>One sample's class, or the place of its target's largest number.</summary>
    int ClassOf(int sample);

    /// <summary>Whether samples may weigh more or less than 1.</summary>
    bool IsWeighted { get; }

    /// <summary>One sample's weight, 1 where it has none.</summary>
    T WeightOf(int sample);
}
