namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using LanguageExt;

/// <summary>Data sets from NumPy arrays, whose first dimension counts the samples as NumPy users have it.</summary>
/// <remarks>
/// Features of type uint8 and bool stay bytes; others become doubles. Labels of integers in one dimension are classes; labels of floating-point numbers in
/// one or two dimensions are values to be predicted.
/// </remarks>
public static class NpyDataSets
{
    /// <summary>2⁵³: up to here doubles represent every integer.</summary>
    private const double LargestExact = 1L << 53;

    private const double LargestPixel = byte.MaxValue;

    /// <summary>Puts an array of features and one of labels together.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    /// <param name="features">[samples, …]: the sizes behind the first are a sample's shape.</param>
    /// <param name="labels">[samples] for classes or values, [samples, values] for values.</param>
    /// <param name="classCount">The number of classes; where none is given, one more than the largest label, at least 2.</param>
    /// <returns>The set with its features as they are, or everything that is wrong with the pair.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of classes is below 2 or above <see cref="ClassLabels.MaximumClassCount"/>.</exception>
    public static Validation<DataFault, DataSet> Create(string name, NpyArray features, NpyArray labels, int? classCount = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(labels);
        if (classCount is < 2 or > ClassLabels.MaximumClassCount)
        {
            throw new ArgumentOutOfRangeException(nameof(classCount), classCount, $"The number of classes must be from 2 to {ClassLabels.MaximumClassCount}.");
        }

        return (FeaturesOf(features), LabelsOf(labels, classCount))
            .Apply((known, wanted) => DataSet.Create(name, known, wanted, new SampleShape([.. features.Shape.Skip(1)])))
            .Bind(set => set);
    }

    /// <summary>Reads a set from a file of features and a file of labels.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    /// <param name="features">The .npy file of features.</param>
    /// <param name="labels">The .npy file of labels.</param>
    /// <returns>The set with its features as they are, or everything that is wrong.</returns>
    public static Validation<DataFault, DataSet> Load(string name, string features, string labels)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (NpyFile.Read(features).ToValidation(), NpyFile.Read(labels).ToValidation())
            .Apply((known, wanted) => Create(name, known, wanted))
            .Bind(set => set);
    }

    /// <summary>Reads an archive with the arrays x_train, y_train, x_test and y_test.</summary>
    /// <param name="path">The .npz file; the parts are called after it, with "train" and "test".</param>
    /// <returns>
    /// Both parts, bytes divided by 255 and other numbers as they are, with one number of classes, which is one more than the largest label of both; or
    /// everything that is wrong.
    /// </returns>
    public static Validation<DataFault, DataSplit> LoadSplit(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return from archive in NpzFile.Read(path).ToValidation()
               from arrays in (archive.Find("x_train").ToValidation(), archive.Find("y_train").ToValidation(), archive.Find("x_test").ToValidation(), archive.Find("y_test").ToValidation())
                   .Apply((x, y, testX, testY) => (x, y, testX, testY))
               let title = System.IO.Path.GetFileNameWithoutExtension(path)
               from sets in (Create($"{title} train", arrays.x, arrays.y), Create($"{title} test", arrays.testX, arrays.testY)).Apply((train, test) => (train, test))
               from split in Together(sets.train, sets.test, arrays.testX, arrays.testY)
               select split;
    }

    private static Validation<DataFault, DataSplit> Together(DataSet train, DataSet test, NpyArray testFeatures, NpyArray testLabels)
    {
        var faults = Seq<DataFault>.Empty;
        if (train.Shape != test.Shape)
        {
            faults = faults.Add(new(testFeatures.Source, $"the samples are {test.Shape}", $"{train.Shape}, as those to train on"));
        }

        if (train.Labels.GetType() != test.Labels.GetType() || (train.Labels is ValueLabels && train.OutputCount != test.OutputCount))
        {
            faults = faults.Add(new(testLabels.Source, $"the labels are {Described(test.Labels)}", $"{Described(train.Labels)}, as those to train on"));
        }

        var classCount = Math.Max(train.OutputCount, test.OutputCount);
        return faults.IsEmpty
            ? Prelude.Success<DataFault, DataSplit>(new(Finished(train, classCount), Finished(test, classCount)))
            : Validation<DataFault, DataSplit>.Fail(faults);
    }

    private static string Described(Labels labels) => labels is ClassLabels ? "classes" : Words.Counted(labels.OutputCount, "value");

    private static DataSet Finished(DataSet set, int classCount)
    {
        var labelled = set.Labels is ClassLabels ? set.Relabelled(labels => new(labels.Classes, classCount)) : set;
        return labelled.Features is ByteFeatures ? labelled.Scaled(new Scaling.UnitInterval(LargestPixel)) : labelled;
    }

    private static Validation<DataFault, Features> FeaturesOf(NpyArray array)
    {
        if (array.Shape.Length < 2 || array.Elements.Count == 0)
        {
            return Fail<Features>(array, $"the shape is {NpyHeader.Shown(array.Shape)}", "at least 2 dimensions for samples, their number and the sizes of one, none of them 0");
        }

        var width = array.Elements.Count / array.Shape[0];
        return array.Elements switch
        {
            NpyElements<byte> bytes => Prelude.Success<DataFault, Features>(new ByteFeatures(bytes.Values, width)),
            NpyElements<bool> truths => Prelude.Success<DataFault, Features>(new ByteFeatures([.. truths.Values.Select(value => value ? (byte)1 : (byte)0)], width)),
            _ => Exact(array, array.Elements.ToDoubles()).Map<Features>(values => new RealFeatures(values, width)),
        };
    }

    private static Validation<DataFault, Labels> LabelsOf(NpyArray array, int? classCount)
    {
        if (array.Shape.Length is 0 or > 2 || array.Elements.Count == 0)
        {
            return Fail<Labels>(array, $"the shape is {NpyHeader.Shown(array.Shape)}", "1 dimension for labels, or 2 for several values to a sample, none of them 0");
        }

        if (!array.Elements.AreIntegers)
        {
            return Prelude.Success<DataFault, Labels>(new ValueLabels(array.Elements.ToDoubles(), array.Shape.Length == 2 ? array.Shape[1] : 1));
        }

        if (array.Shape.Length == 2)
        {
            return Fail<Labels>(array, $"the labels are integers of the shape {NpyHeader.Shown(array.Shape)}", "1 dimension of classes, or floating-point numbers for values");
        }

        var most = classCount ?? ClassLabels.MaximumClassCount;
        var classes = new int[array.Elements.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            var label = array.Elements.ValueAt(i);
            if (!(label >= 0 && label < most))
            {
                return Fail<Labels>(array, $"label {i} is {Words.Value(label)}", $"integers from 0 to {Words.Number(most - 1)}");
            }

            classes[i] = (int)label;
        }

        return Prelude.Success<DataFault, Labels>(new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(classes), classCount ?? Math.Max(2, classes.Max() + 1)));
    }

    private static Validation<DataFault, ImmutableArray<double>> Exact(NpyArray array, ImmutableArray<double> values)
    {
        if (array.Elements is NpyElements<long> or NpyElements<ulong>)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (Math.Abs(values[i]) >= LargestExact)
                {
                    return Fail<ImmutableArray<double>>(array, $"number {i} is about {Words.Value(values[i])}", "integers below 2⁵³, which doubles represent exactly");
                }
            }
        }

        return Prelude.Success<DataFault, ImmutableArray<double>>(values);
    }

    private static Validation<DataFault, T> Fail<T>(NpyArray array, string found, string expected) =>
        Prelude.Fail<DataFault, T>(new DataFault(array.Source, found, expected));
}
