namespace Functional.Experiments;

using System;
using Functional.Data;
using Functional.Networks;
using LanguageExt;

/// <summary>What must be known of a trained network, besides its parameters, to use it.</summary>
/// <param name="DataName">The name of the set that it was trained on.</param>
/// <param name="InputShape">How a sample's features are arranged.</param>
/// <param name="Scaling">How features become inputs.</param>
/// <param name="ClassCount">The number of outputs: of classes, or of values where there are none.</param>
/// <param name="ClassNames">A name for each class, or none.</param>
/// <param name="Architecture">What the network is made of.</param>
/// <param name="Outputs">What the outputs mean.</param>
public sealed record ModelDescription(
    string DataName, SampleShape InputShape, Scaling Scaling, int ClassCount, Seq<string> ClassNames, Architecture Architecture, OutputMeaning Outputs)
{
    /// <summary>A name for each class, or none.</summary>
    public Seq<string> ClassNames { get; init => field = Given.NoNulls(value); } = Given.NoNulls(ClassNames);

    /// <summary>The name of the set that it was trained on.</summary>
    public string DataName { get; init => field = Given.NotNull(value); } = Given.NotNull(DataName);

    /// <summary>How a sample's features are arranged.</summary>
    public SampleShape InputShape { get; init => field = Given.NotNull(value); } = Given.NotNull(InputShape);

    /// <summary>How features become inputs.</summary>
    public Scaling Scaling { get; init => field = Given.NotNull(value); } = Given.NotNull(Scaling);

    /// <summary>What the network is made of.</summary>
    public Architecture Architecture { get; init => field = Given.NotNull(value); } = Given.NotNull(Architecture);

    private const string TrainSuffix = " train";

    /// <summary>A class's name, or its number where there are no names.</summary>
    /// <param name="index">The class, from 0 to <see cref="ClassCount"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public string NameOf(int index) => ClassNames.IsEmpty ? $"{index}"
        : (uint)index < (uint)ClassNames.Count ? ClassNames[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {ClassNames.Count} classes; they are counted from 0.");

    /// <summary>The description of a network that an experiment trains on samples.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="train">The samples that it trains on.</param>
    public static ModelDescription Of(Experiment experiment, DataSet train) => new(
        Given.NotNull(train).Name.EndsWith(TrainSuffix, StringComparison.Ordinal) ? train.Name[..^TrainSuffix.Length] : train.Name,
        train.Shape,
        train.Scaling,
        train.OutputCount,
        train.Labels is ClassLabels labels ? labels.Names.ToSeq().Strict() : Seq<string>.Empty,
        Given.NotNull(experiment).Architecture(train.OutputCount),
        train.Labels is ValueLabels ? OutputMeaning.Values : OutputMeanings.Of(experiment.Loss));

    /// <summary>Says whether a network of this description can be used on samples.</summary>
    /// <param name="set">The samples.</param>
    /// <returns>The samples with their features scaled as the network needs them, or everything that does not fit.</returns>
    public Validation<DataFault, DataSet> Fit(DataSet set) =>
        (Given.NotNull(set).Shape == InputShape
            ? Prelude.Success<DataFault, Unit>(Unit.Default)
            : Prelude.Fail<DataFault, Unit>(new DataFault(set.Name, $"the samples are {set.Shape}", $"samples of {InputShape}, as in {DataName}, which the network was trained on")),
        set.Labels is ClassLabels labels && labels.ClassCount <= ClassCount
            ? Prelude.Success<DataFault, Unit>(Unit.Default)
            : Prelude.Fail<DataFault, Unit>(new DataFault(set.Name, set.Labels is ClassLabels ? $"there are {set.OutputCount} classes" : "there are values to predict", $"at most {ClassCount} classes, the network's number of outputs")))
        .Apply((_, _) => set.Scaled(Scaling));
}
