namespace Functional.Experiments;

using System.Collections.Generic;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;

/// <summary>A trained network with its description: a <see cref="Model{T}"/> in single or in double precision.</summary>
public abstract record Model
{
    private protected Model(ModelDescription description) => Description = description;

    /// <summary>What must be known of the network to use it.</summary>
    public ModelDescription Description { get; }

    /// <summary>The numbers that the network is made of.</summary>
    public abstract Precision Precision { get; }

    /// <summary>The identity of the parameters and, where there are any, the statistics.</summary>
    public abstract string Fingerprint { get; }

    /// <summary>How many numbers the parameters have in all.</summary>
    public abstract int ParameterCount { get; }

    /// <summary>The network's opinion on samples, one by one as they are asked for, in bounded memory.</summary>
    /// <param name="set">Samples that <see cref="ModelDescription.Fit"/> has passed.</param>
    /// <param name="indices">Which samples, each from 0 to their number − 1.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">The samples do not fit the network.</exception>
    public abstract IEnumerable<Prediction> Predict(DataSet set, IEnumerable<int> indices, Execution? execution = null);

    /// <summary>How the network does on all samples of a set.</summary>
    /// <param name="set">Samples that <see cref="ModelDescription.Fit"/> has passed.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="System.ArgumentException">The samples do not fit the network.</exception>
    public Verdict Judge(DataSet set, Execution? execution = null) => new(ConfusionMatrix.Of(Classify(set, execution), Description.ClassCount));

    /// <summary>True and predicted class of every sample.</summary>
    private protected abstract IEnumerable<(int Truth, int Predicted)> Classify(DataSet set, Execution? execution);
}
