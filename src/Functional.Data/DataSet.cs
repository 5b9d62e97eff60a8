namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// Samples with what is to be learned of them. Features stay as they are stored; <see cref="Scaling"/> says what a batch makes of them.
/// Selections and splits share the stored features with the whole.
/// </summary>
public sealed record DataSet
{
    private DataSet(string name, Features features, Labels labels, SampleShape shape, Scaling scaling, Option<SampleWeights> weights)
    {
        Weights = weights;
        Name = name;
        Features = features;
        Labels = labels;
        Shape = shape;
        Scaling = scaling;
    }

    /// <summary>What messages and reports call the set.</summary>
    public string Name { get; }

    /// <summary>What is known of each sample, not scaled.</summary>
    public Features Features { get; }

    /// <summary>What is to be learned of each sample.</summary>
    public Labels Labels { get; }

    /// <summary>How a sample's features are arranged, such as 28 × 28.</summary>
    public SampleShape Shape { get; }

    /// <summary>How features become a network's inputs.</summary>
    public Scaling Scaling { get; }

    /// <summary>How much each sample counts in a loss; nothing where all count 1.</summary>
    public Option<SampleWeights> Weights { get; }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count => Features.Count;

    /// <summary>The number of features of a sample, at least 1: the number of inputs of a network for the set.</summary>
    public int FeatureCount => Features.Width;

    /// <summary>The number of classes, or of values to a sample: the number of outputs of a network for the set.</summary>
    public int OutputCount => Labels.OutputCount;

    /// <summary>Puts features and labels together.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    /// <param name="features">What is known of each sample.</param>
    /// <param name="labels">What is to be learned of each sample.</param>
    /// <param name="shape">How a sample's features are arranged; just their number where nothing is given.</param>
    /// <returns>The set with its features as they are, or everything that is wrong: no samples, numbers that differ, numbers that are not finite.</returns>
    /// <exception cref="ArgumentException">The shape's size is not the number of features.</exception>
    public static Validation<DataFault, DataSet> Create(string name, Features features, Labels labels, SampleShape? shape = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        if (shape is not null && shape.Size != features.Width)
        {
            throw new ArgumentException($"A sample has {features.Width} features; the shape {shape} has {shape.Size}.", nameof(shape));
        }

        var faults = Seq<DataFault>.Empty;
        if (features.Count == 0)
        {
            faults = faults.Add(new(name, "there are no samples", "at least 1"));
        }

        if (features.Count != labels.Count)
        {
            faults = faults.Add(new(name, $"there are features of {Words.Counted(features.Count, "sample")} and labels of {Words.Counted(labels.Count, "sample")}", "a label for each sample"));
        }

        if (features is RealFeatures real && FirstNotFinite(real) is (var sample, var feature))
        {
            faults = faults.Add(new(name, $"feature {feature} of sample {sample} is {Words.Value(real.ValueAt(sample, feature))}", "finite numbers"));
        }

        if (labels is ValueLabels values && values.Values.FirstOrDefault(value => !double.IsFinite(value)) is var odd && !double.IsFinite(odd))
        {
            faults = faults.Add(new(name, $"a label is {Words.Value(odd)}", "finite numbers"));
        }

        return faults.IsEmpty
            ? Prelude.Success<DataFault, DataSet>(new(name, features, labels, shape ?? new SampleShape(features.Width), new Scaling.None(), Option<SampleWeights>.None))
            : Validation<DataFault, DataSet>.Fail(faults);
    }

    /// <summary>Puts the images of one IDX file and the labels of another together.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    /// <param name="images">Features: the first dimension counts the samples, the others are a sample's shape.</param>
    /// <param name="labels">Classes: one dimension of integers from 0.</param>
    /// <param name="classCount">The number of classes; where none is given, one more than the largest label, at least 2.</param>
    /// <returns>The set with its features as they are, or everything that is wrong with the pair.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is below 2 or above <see cref="ClassLabels.MaximumClassCount"/>.</exception>
    public static Validation<DataFault, DataSet> FromIdx(string name, IdxTensor images, IdxTensor labels, int? classCount = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (classCount is < 2 or > ClassLabels.MaximumClassCount)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"The number of classes must be from 2 to {ClassLabels.MaximumClassCount}.");
        }

        var faults = Seq<DataFault>.Empty;
        if (images.Dimensions.Length < 2)
        {
            faults = faults.Add(new(images.Source, $"there is 1 dimension, of size {images.Dimensions[0]}", "at least 2 for samples: their number, then the sizes of one"));
        }

        if (labels.Dimensions.Length != 1)
        {
            faults = faults.Add(new(labels.Source, $"there are {labels.Dimensions.Length} dimensions, {Words.Product(labels.Dimensions)}", "1 dimension for labels: their number"));
        }
        else if (labels.Dimensions[0] != images.Dimensions[0])
        {
            faults = faults.Add(new(
                labels.Source,
                $"there {(labels.Dimensions[0] == 1 ? "is" : "are")} {Words.Counted(labels.Dimensions[0], "label")}, but {images.Source} has {Words.Counted(images.Dimensions[0], "sample")}",
                "a label for each sample"));
        }

        var classes = new int[labels.Elements.Count];
        if (FirstNoClass(labels.Elements, classCount ?? ClassLabels.MaximumClassCount, classes) is { } odd)
        {
            faults = faults.Add(new(labels.Source, $"label {odd} is {Words.Value(labels.Elements.ValueAt(odd))}", $"integers from 0 to {Words.Number((classCount ?? ClassLabels.MaximumClassCount) - 1)}"));
        }

        if (!faults.IsEmpty)
        {
            return Validation<DataFault, DataSet>.Fail(faults);
        }

        var shape = new SampleShape([.. images.Dimensions.Skip(1)]);
        return Create(
            name,
            images.Elements is IdxElements<byte> bytes ? new ByteFeatures(bytes.Values, shape.Size) : new RealFeatures(images.Elements.ToDoubles(), shape.Size),
            new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(classes), classCount ?? Math.Max(2, classes.Max() + 1)),
            shape);
    }

    /// <summary>The same samples with other scaling of the stored features.</summary>
    /// <param name="scaling">How features become a network's inputs.</param>
    /// <exception cref="ArgumentException">The scaling is for another number of features.</exception>
    public DataSet Scaled(Scaling scaling) =>
        Given.NotNull(scaling) is Scaling.Standardised fitted && fitted.Means.Length != FeatureCount
            ? throw new ArgumentException($"The scaling is for {fitted.Means.Length} features; {Name} has {FeatureCount}.", nameof(scaling))
            : new(Name, Features, Labels, Shape, scaling, Weights);

    /// <summary>The same samples with a weight for each: how much it counts in a loss.</summary>
    /// <param name="weights">The weights, in place of those that there may be.</param>
    /// <exception cref="ArgumentException">The numbers of samples and weights differ.</exception>
    public DataSet Weighted(SampleWeights weights) =>
        Given.NotNull(weights).Count == Count
            ? new(Name, Features, Labels, Shape, Scaling, weights)
            : throw new ArgumentException($"There are {Words.Counted(weights.Count, "weight")}, but {Name} has {Words.Counted(Count, "sample")}; there must be one for each.", nameof(weights));

    /// <summary>The same samples under another name.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    public DataSet Named(string name) => new(Given.NotNull(name), Features, Labels, Shape, Scaling, Weights);

    /// <summary>The same samples with other labels.</summary>
    internal DataSet Relabelled(Func<ClassLabels, ClassLabels> change) => new(Name, Features, change((ClassLabels)Labels), Shape, Scaling, Weights);

    /// <summary>The samples with the given indices, in that order; an index may come more than once.</summary>
    /// <param name="indices">At least one, each from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentException">There is no index, or one is outside that range.</exception>
    public DataSet Select(ReadOnlySpan<int> indices) =>
        indices.IsEmpty
            ? throw new ArgumentException($"No samples of {Name} are selected; a set must have at least one.", nameof(indices))
            : new(Name, Features.Select(indices), Labels.Select(indices), Shape, Scaling, SelectWeights(indices));

    /// <summary>The first samples.</summary>
    /// <param name="count">How many, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside that range.</exception>
    public DataSet Take(int count) =>
        count < 1 || count > Count
            ? throw new ArgumentOutOfRangeException(nameof(count), count, $"{Name} has {Count} samples; from 1 to {Count} can be taken.")
            : Select(Indices.Range(0, count));

    /// <summary>Parts the set at random into a training part of the given size and a test part. Both keep the set's order.</summary>
    /// <param name="trainCount">The number of training samples, from 1 to <see cref="Count"/> − 1.</param>
    /// <param name="key">Decides which samples go where.</param>
    /// <exception cref="ArgumentOutOfRangeException">One part would have no samples.</exception>
    public DataSplit Split(int trainCount, RandomKey key)
    {
        if (trainCount < 1 || trainCount >= Count)
        {
            throw new ArgumentOutOfRangeException(nameof(trainCount), trainCount, $"{Name} has {Count} samples; a training part must have from 1 to {Count - 1}, so that both parts have some.");
        }

        var isTraining = new bool[Count];
        foreach (var sample in key.For("split").Permutation(Count).AsSpan()[..trainCount])
        {
            isTraining[sample] = true;
        }

        return Parted(isTraining);
    }

    /// <summary>Parts the set at random into a training part of the given share, rounded to the nearest count (a half up), and a test part.</summary>
    /// <param name="trainShare">The training part's share, between 0 and 1.</param>
    /// <param name="key">Decides which samples go where.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or one part would have no samples.</exception>
    public DataSplit Split(double trainShare, RandomKey key) => Split(CountOf(trainShare, Count), key);

    /// <summary>Parts the set at random so that both parts have the classes in the same proportions. Both keep the set's order.</summary>
    /// <param name="trainShare">The training part's share of each class, between 0 and 1; the count of each class is rounded to the nearest (a half up).</param>
    /// <param name="key">Decides which samples go where.</param>
    /// <exception cref="ArgumentException">The set has no classes, the share is not between 0 and 1, or one part would have no samples.</exception>
    public DataSplit SplitStratified(double trainShare, RandomKey key)
    {
        if (Labels is not ClassLabels labels)
        {
            throw new ArgumentException($"{Name} has values to predict and no classes; split it without strata.", nameof(trainShare));
        }

        CountOf(trainShare, Count);
        var samplesByClass = labels.CountByClass().Select(count => new List<int>(count)).ToArray();
        for (var sample = 0; sample < Count; sample++)
        {
            samplesByClass[labels.Classes[sample]].Add(sample);
        }

        var isTraining = new bool[Count];
        for (var index = 0; index < samplesByClass.Length; index++)
        {
            var samples = samplesByClass[index];
            var order = key.For("stratified split").At(index).Permutation(samples.Count);
            foreach (var place in order.AsSpan()[..CountOf(trainShare, samples.Count)])
            {
                isTraining[samples[place]] = true;
            }
        }

        return isTraining.AsSpan().ContainsAnyExcept(isTraining[0])
            ? Parted(isTraining)
            : throw new ArgumentOutOfRangeException(nameof(trainShare), trainShare, $"{Name} has {Count} samples; with that share of each class one part would have none.");
    }

    /// <summary>The set in the given precision, to take batches from.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    public Samples<T> As<T>()
        where T : struct, IFloatingPointIeee754<T> => new(this);

    /// <summary>One sample's features, scaled.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="index">Which, from 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Vector<T> Sample<T>(int index)
        where T : struct, IFloatingPointIeee754<T>
    {
        var column = new T[FeatureCount];
        As<T>().CopyTo(index, column);
        return Dense.Vector(column);
    }

    /// <summary>Name, size, shape and outputs: "digits: 1,797 samples of 8 × 8, 10 classes".</summary>
    public override string ToString() =>
        $"{Name}: {Words.Counted(Count, "sample")} of {Shape}, {(Labels is ClassLabels ? $"{OutputCount} classes" : Words.Counted(OutputCount, "value"))}";

    private Option<SampleWeights> SelectWeights(ReadOnlySpan<int> indices)
    {
        var chosen = indices.ToArray();
        return Weights.Map(weights => weights.Select(chosen));
    }

    private int CountOf(double share, int count) =>
        share > 0 && share < 1
            ? (int)Math.Floor((share * count) + 0.5)
            : throw new ArgumentOutOfRangeException(nameof(share), share, $"The share of {Name} to train on must be between 0 and 1, both excluded.");

    private DataSplit Parted(bool[] isTraining)
    {
        var train = new List<int>(isTraining.Length);
        var test = new List<int>(isTraining.Length);
        for (var sample = 0; sample < isTraining.Length; sample++)
        {
            (isTraining[sample] ? train : test).Add(sample);
        }

        return new(
            Select(CollectionsMarshal.AsSpan(train)).Named($"{Name} train"),
            Select(CollectionsMarshal.AsSpan(test)).Named($"{Name} test"));
    }

    private static (int Sample, int Feature)? FirstNotFinite(RealFeatures features)
    {
        for (var sample = 0; sample < features.Count; sample++)
        {
            var values = features.Sample(sample);
            for (var feature = 0; feature < values.Length; feature++)
            {
                if (!double.IsFinite(values[feature]))
                {
                    return (sample, feature);
                }
            }
        }

        return null;
    }

    /// <summary>Writes labels as classes, up to the first that is none.</summary>
    private static int? FirstNoClass(IdxElements labels, int classCount, Span<int> classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            var label = labels.ValueAt(i);
            if (!(label >= 0 && label < classCount && Math.Floor(label) == label))
            {
                return i;
            }

            classes[i] = (int)label;
        }

        return null;
    }
}
