namespace Functional.Data.Tests.Npy;

using System.Collections.Immutable;
using System.IO;
using System.Linq;
using LanguageExt;
using Xunit;

public sealed class NpyDataSetsTests
{
    private static NpyArray Pictures => NpyArray.Of([.. Enumerable.Range(0, 24).Select(i => (byte)(i * 10))], 4, 2, 3);

    [Fact]
    public void Rows_are_samples_and_bytes_stay_bytes()
    {
        var set = TestSets.Good(NpyDataSets.Create("set", Pictures, NpyArray.Of([0, 2L, 1, 1], 4)));
        Assert.Equal("set: 4 samples of 2 × 3, 3 classes", set.ToString());
        Assert.IsType<ByteFeatures>(set.Features);
        Assert.Equal(130, set.Features.ValueAt(2, 1));
        Assert.Equal([0, 2, 1, 1], ((ClassLabels)set.Labels).Classes.ToArray());
    }

    [Fact]
    public void Floating_point_labels_are_values()
    {
        var set = TestSets.Good(NpyDataSets.Create("set", NpyArray.Of([1f, 2f, 3f, 4f], 2, 2), NpyArray.Of([0.5, 1, 2, -3], 2, 2)));
        Assert.Equal([0.5, 1, 2, -3], ((ValueLabels)set.Labels).Values.ToArray());
        Assert.Equal([1, 2, 3, 4], new[] { (0, 0), (0, 1), (1, 0), (1, 1) }.Select(place => set.Features.ValueAt(place.Item1, place.Item2)));
    }

    [Fact]
    public void Everything_that_does_not_fit_is_told()
    {
        Assert.Equal(
            ["array: the shape is (2,); expected at least 2 dimensions for samples, their number and the sizes of one, none of them 0.", "array: label 1 is -1; expected integers from 0 to 65,535."],
            TestSets.Messages(NpyDataSets.Create("set", NpyArray.Of([1f, 2f], 2), NpyArray.Of([0, -1], 2))));
        Assert.Contains("a label for each sample", TestSets.Messages(NpyDataSets.Create("set", Pictures, NpyArray.Of([0, 1], 2))).Single());
        Assert.Contains("2⁵³", TestSets.Messages(NpyDataSets.Create("set", NpyArray.Of([1L << 53, 1L], 2, 1), NpyArray.Of([0, 1], 2))).Single());
        Assert.Contains("finite", TestSets.Messages(NpyDataSets.Create("set", NpyArray.Of([float.NaN, 1], 2, 1), NpyArray.Of([0, 1], 2))).Single());
        Assert.Contains("1 dimension of classes", TestSets.Messages(NpyDataSets.Create("set", Pictures, NpyArray.Of([0, 1, 2, 3], 4, 1))).Single());
        Assert.Contains("the shape is (0, 5)", TestSets.Messages(NpyDataSets.Create("set", NpyArray.Of(ImmutableArray<float>.Empty, 0, 5), NpyArray.Of([0, 1], 2))).Single());
    }

    [Fact]
    public void An_archive_of_four_arrays_is_a_split_with_one_number_of_classes()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "set.npz");
        NpzFile.Write(path, Prelude.Seq(
            ("x_train", Pictures), ("y_train", NpyArray.Of<byte>([0, 1, 1, 0], 4)), ("x_test", Pictures), ("y_test", NpyArray.Of<byte>([0, 4, 1, 0], 4))));
        var split = TestSets.Good(NpyDataSets.LoadSplit(path));
        Assert.Equal(("set train", "set test", 5, 5), (split.Train.Name, split.Test.Name, split.Train.OutputCount, split.Test.OutputCount));
        Assert.Equal(new Scaling.UnitInterval(255), split.Train.Scaling);
        NpzFile.Write(path, Prelude.Seq(
            ("x_train", Pictures), ("y_train", NpyArray.Of<byte>([0, 1, 1, 0], 4)), ("x_test", NpyArray.Of([1f, 2], 1, 2)), ("y_test", NpyArray.Of([0.5], 1))));
        Assert.Equal(2, TestSets.Messages(NpyDataSets.LoadSplit(path)).Length);
        NpzFile.Write(path, Prelude.Seq(("x_train", Pictures), ("y", Pictures)));
        Assert.Equal(3, TestSets.Messages(NpyDataSets.LoadSplit(path)).Length);
    }

    [Fact]
    public void Two_files_are_a_set()
    {
        using var directory = new TemporaryDirectory();
        var (features, labels) = (Path.Combine(directory.Path, "x.npy"), Path.Combine(directory.Path, "y.npy"));
        NpyFile.Write(features, Pictures);
        Assert.Contains("there is no such file", TestSets.Messages(NpyDataSets.Load("set", features, labels)).Single());
        NpyFile.Write(labels, NpyArray.Of([0, 1, 2, 3], 4));
        Assert.Equal(4, TestSets.Good(NpyDataSets.Load("set", features, labels)).OutputCount);
    }
}
