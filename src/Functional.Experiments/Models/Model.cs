namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
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

    /// <summary>Loads a model that was saved.</summary>
    /// <remarks>
    /// The models of one process can be used by any number of threads at once. <see cref="ModelFile.Load"/> does the same and returns what is wrong as a value.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is not there, cannot be read or is no intact model; the message says which, and what would be right.</exception>
    public static Model Load(string path) => ModelFile.Load(path).IfLeft(fault => throw new InvalidDataException(fault.Message));

    /// <summary>What the network makes of one sample.</summary>
    /// <param name="sample">The features as they are in the data, not scaled: the model knows how it was trained. Finite numbers.</param>
    /// <exception cref="ArgumentException">There are too few or too many features, or one is not finite.</exception>
    public abstract Estimate Predict(ReadOnlySpan<double> sample);

    /// <summary>What the network makes of many samples, one after another as they are asked for, in bounded memory; the same bits as one by one.</summary>
    /// <param name="samples">The features of each as they are in the data, not scaled.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">A sample has too few or too many features, or one is not finite.</exception>
    public abstract IEnumerable<Estimate> Predict(IEnumerable<IReadOnlyList<double>> samples, Execution? execution = null);

    /// <summary>The first feature of a sample that is no finite number for the network, once it is scaled; nothing where all are.</summary>
    /// <param name="sample">As many features as the network takes, not scaled.</param>
    public abstract int? FirstUnusable(ReadOnlySpan<double> sample);

    /// <summary>The network's opinion on samples, one by one as they are asked for, in bounded memory.</summary>
    /// <param name="set">Samples that <see cref="ModelDescription.Fit"/> has passed.</param>
    /// <param name="indices">Which samples, each from 0 to their number − 1.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public abstract IEnumerable<Prediction> Predict(DataSet set, IEnumerable<int> indices, Execution? execution = null);

    /// <summary>How the network does on all samples of a set.</summary>
    /// <param name="set">Samples that <see cref="ModelDescription.Fit"/> has passed.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <exception cref="ArgumentException">The samples do not fit the network.</exception>
    public Verdict Judge(DataSet set, Execution? execution = null) => new(ConfusionMatrix.Of(Classify(Given.NotNull(set), execution), Description.ClassCount));

    /// <summary>True and predicted class of every sample.</summary>
    private protected abstract IEnumerable<(int Truth, int Predicted)> Classify(DataSet set, Execution? execution);
}
