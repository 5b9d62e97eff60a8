namespace Functional.Data;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using LanguageExt;

/// <summary>
/// Reads the four files of a set in the manner of MNIST: images and labels to train on, images and labels to test with. Fashion-MNIST, EMNIST
/// and others come in such files too, with pictures of any size and any number of classes.
/// </summary>
/// <remarks>
/// The file names are those of MNIST, <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and
/// <c>t10k-labels-idx1-ubyte</c>, with a hyphen or a dot before <c>idx</c>, and with or without <c>.gz</c>. Where more than one of these is there, the
/// first is taken: hyphen before dot, then unpacked before packed.
/// </remarks>
public static class MnistFiles
{
    private const double LargestPixel = byte.MaxValue;

    /// <summary>Reads the four files of a directory.</summary>
    /// <param name="directory">Where the files are.</param>
    /// <param name="name">What the set is called; the directory's own name where nothing is given. The parts are called after it, with "train" and "test".</param>
    /// <returns>
    /// Both parts with their pixels divided by 255 and one number of classes, which is one more than the largest label of both, at least 2; or
    /// everything that is wrong: all missing files together, then all unreadable ones, then all that do not fit together.
    /// </returns>
    public static Validation<DataFault, DataSplit> Load(string directory, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (!Directory.Exists(directory))
        {
            var (source, found) = string.IsNullOrWhiteSpace(directory) ? ("MNIST files", "the path is empty")
                : File.Exists(directory) ? (directory, "this is a file")
                : (directory, "there is no such directory");
            return Prelude.Fail<DataFault, DataSplit>(new DataFault(source, found, "a directory with the four files of MNIST or a set like it"));
        }

        var title = name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
        return
            from paths in (Found(directory, "train-images", 3), Found(directory, "train-labels", 1), Found(directory, "t10k-images", 3), Found(directory, "t10k-labels", 1))
                .Apply((trainImages, trainLabels, testImages, testLabels) => (trainImages, trainLabels, testImages, testLabels))
            from read in (Images(paths.trainImages), Labels(paths.trainLabels), Images(paths.testImages), Labels(paths.testLabels))
                .Apply((trainImages, trainLabels, testImages, testLabels) => (trainImages, trainLabels, testImages, testLabels))
            from split in Together(title, read.trainImages, read.trainLabels, read.testImages, read.testLabels)
            select split;
    }

    private static Validation<DataFault, string> Found(string directory, string stem, int dimensions)
    {
        IReadOnlyList<string> names = [$"{stem}-idx{dimensions}-ubyte", $"{stem}.idx{dimensions}-ubyte", $"{stem}-idx{dimensions}-ubyte.gz", $"{stem}.idx{dimensions}-ubyte.gz"];
        return names.Select(file => Path.Combine(directory, file)).FirstOrDefault(File.Exists) is { } path
            ? Prelude.Success<DataFault, string>(path)
            : Prelude.Fail<DataFault, string>(new DataFault(directory, $"there is no file {names[0]}", $"one of {string.Join(", ", names)}"));
    }

    private static Validation<DataFault, IdxTensor> Images(string path) =>
        IdxFile.Read(path).Bind(tensor => tensor.Elements is IdxElements<byte> && tensor.Dimensions.Length > 1
            ? Prelude.Right<DataFault, IdxTensor>(tensor)
            : new DataFault(path, $"it holds {Words.Product(tensor.Dimensions)} {tensor.Elements.TypeName}", "pictures: the number of them × rows × columns, unsigned bytes")).ToValidation();

    private static Validation<DataFault, IdxTensor> Labels(string path) =>
        IdxFile.Read(path).ToValidation();

    private static Validation<DataFault, DataSplit> Together(string title, IdxTensor trainImages, IdxTensor trainLabels, IdxTensor testImages, IdxTensor testLabels)
    {
        var agreed = trainImages.Dimensions.Skip(1).SequenceEqual(testImages.Dimensions.Skip(1))
            ? Prelude.Success<DataFault, Unit>(Unit.Default)
            : Prelude.Fail<DataFault, Unit>(new DataFault(
                testImages.Source,
                $"the pictures are {Words.Product(testImages.Dimensions.Skip(1))}, but in {trainImages.Source} they are {Words.Product(trainImages.Dimensions.Skip(1))}",
                "pictures of one size"));
        return (DataSet.FromIdx($"{title} train", trainImages, trainLabels), DataSet.FromIdx($"{title} test", testImages, testLabels), agreed).Apply((train, test, _) =>
        {
            var classCount = Math.Max(train.OutputCount, test.OutputCount);
            return new DataSplit(Finished(train, classCount), Finished(test, classCount));
        });
    }

    private static DataSet Finished(DataSet set, int classCount) => set.Relabelled(labels => new(labels.Classes, classCount)).Scaled(new Scaling.UnitInterval(LargestPixel));
}
