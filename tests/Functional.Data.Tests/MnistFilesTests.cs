namespace Functional.Data.Tests;

using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Functional.Data.Tests.Idx;
using Functional.Testing;
using Xunit;

public sealed class MnistFilesTests
{
    [Theory]
    [InlineData("-", "", false)]
    [InlineData(".", "", false)]
    [InlineData("-", ".gz", true)]
    [InlineData(".", ".gz", true)]
    [InlineData("-", ".gz", false)]
    public void Four_files_are_found_under_each_of_their_names(string mark, string end, bool packed)
    {
        using var directory = new TemporaryDirectory();
        Write(directory, IdxBytes.Images(4, 3, 5), [0, 1, 2, 0], IdxBytes.Images(2, 3, 5), [6, 1], mark, end, packed);
        var split = TestSets.Good(MnistFiles.Load(directory.Path, "small"));
        Assert.Equal("small train: 4 samples of 3 × 5, 7 classes", split.Train.ToString());
        Assert.Equal("small test: 2 samples of 3 × 5, 7 classes", split.Test.ToString());
        Assert.Equal(new Scaling.UnitInterval(255), split.Train.Scaling);
        Assert.Equal(new Scaling.UnitInterval(255), split.Test.Scaling);
        Assert.Equal(7f / 255, split.Test.Sample<float>(0)[1]);
    }

    [Fact]
    public void A_set_is_called_after_its_directory_unless_it_is_given_a_name()
    {
        using var directory = new TemporaryDirectory();
        var fashion = Directory.CreateDirectory(Path.Combine(directory.Path, "fashion")).FullName;
        Write(directory, IdxBytes.Images(1, 1, 1), [0], IdxBytes.Images(1, 1, 1), [0], "fashion/");
        Assert.Equal("fashion train: 1 sample of 1 × 1, 2 classes", TestSets.Good(MnistFiles.Load(fashion + Path.DirectorySeparatorChar)).Train.ToString());
    }

    [Fact]
    public void All_missing_files_are_named_together_with_what_was_looked_for()
    {
        using var directory = new TemporaryDirectory();
        directory.Write("train-labels-idx1-ubyte", IdxBytes.Labels(1));
        var place = directory.Path;
        Assert.Equal(
            [
                $"{place}: there is no file train-images-idx3-ubyte; expected one of train-images-idx3-ubyte, train-images.idx3-ubyte, train-images-idx3-ubyte.gz, train-images.idx3-ubyte.gz.",
                $"{place}: there is no file t10k-images-idx3-ubyte; expected one of t10k-images-idx3-ubyte, t10k-images.idx3-ubyte, t10k-images-idx3-ubyte.gz, t10k-images.idx3-ubyte.gz.",
                $"{place}: there is no file t10k-labels-idx1-ubyte; expected one of t10k-labels-idx1-ubyte, t10k-labels.idx1-ubyte, t10k-labels-idx1-ubyte.gz, t10k-labels.idx1-ubyte.gz.",
            ],
            TestSets.Messages(MnistFiles.Load(place)));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_fault()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Write("file", [1]);
        Assert.Equal([$"{file}: this is a file; expected a directory with the four files of MNIST or a set like it."], TestSets.Messages(MnistFiles.Load(file)));
        var nowhere = Path.Combine(directory.Path, "nowhere");
        Assert.Equal([$"{nowhere}: there is no such directory; expected a directory with the four files of MNIST or a set like it."], TestSets.Messages(MnistFiles.Load(nowhere)));
        Assert.Equal(["MNIST files: the path is empty; expected a directory with the four files of MNIST or a set like it."], TestSets.Messages(MnistFiles.Load(" ")));
    }

    [Fact]
    public void All_unreadable_files_are_named_together()
    {
        using var directory = new TemporaryDirectory();
        Write(directory, [], [1], IdxBytes.Images(1, 1, 1)[..^1], [1]);
        var messages = TestSets.Messages(MnistFiles.Load(directory.Path));
        Assert.Equal(2, messages.Length);
        Assert.Contains("train-images-idx3-ubyte: the file is empty", messages[0], StringComparison.Ordinal);
        Assert.Contains("t10k-images-idx3-ubyte: the header promises 1 × 1 × 1 unsigned bytes, 1 byte, but 0 bytes follow the header", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_does_not_fit_together_is_told_at_once()
    {
        using var directory = new TemporaryDirectory();
        Write(directory, IdxBytes.Images(2, 3, 3), [1, 0, 1], IdxBytes.Images(2, 3, 4), [0]);
        var messages = TestSets.Messages(MnistFiles.Load(directory.Path));
        Assert.Equal(3, messages.Length);
        Assert.Contains("train-labels-idx1-ubyte: there are 3 labels, but", messages[0], StringComparison.Ordinal);
        Assert.Contains("t10k-labels-idx1-ubyte: there is 1 label, but", messages[1], StringComparison.Ordinal);
        Assert.Contains("t10k-images-idx3-ubyte: the pictures are 3 × 4, but in", messages[2], StringComparison.Ordinal);
        Assert.Contains("they are 3 × 3; expected pictures of one size.", messages[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_that_are_no_pictures_are_a_fault()
    {
        using var directory = new TemporaryDirectory();
        Write(directory, IdxBytes.Labels(1), [1], IdxBytes.Of(IdxBytes.Int16, [1, 1, 1], 0, 1), [1]);
        var messages = TestSets.Messages(MnistFiles.Load(directory.Path));
        Assert.EndsWith("it holds 1 unsigned bytes; expected pictures: the number of them × rows × columns, unsigned bytes.", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("it holds 1 × 1 × 1 16-bit integers; expected pictures: the number of them × rows × columns, unsigned bytes.", messages[1], StringComparison.Ordinal);
    }

    [MnistFact]
    public void Mnist_itself_has_its_known_contents()
    {
        var split = TestSets.Good(MnistFiles.Load(MnistFactAttribute.Directory, "MNIST"));
        Assert.Equal("MNIST train: 60,000 samples of 28 × 28, 10 classes", split.Train.ToString());
        Assert.Equal("MNIST test: 10,000 samples of 28 × 28, 10 classes", split.Test.ToString());
        Assert.Equal([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949], ((ClassLabels)split.Train.Labels).CountByClass().ToArray());
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], ((ClassLabels)split.Test.Labels).CountByClass().ToArray());
        Assert.Equal([5, 0, 4, 1, 9], ((ClassLabels)split.Train.Labels).Classes.Take(5));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(IdxBytes.Header(IdxBytes.UnsignedByte, 60000, 28, 28));
        for (var sample = 0; sample < split.Train.Count; sample++)
        {
            hash.AppendData(((ByteFeatures)split.Train.Features).Sample(sample));
        }

        Assert.Equal("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Write(TemporaryDirectory directory, byte[] trainImages, byte[] trainLabels, byte[] testImages, byte[] testLabels, string mark = "-", string end = "", bool packed = false)
    {
        // A mark that ends with a slash is a folder.
        var (folder, join) = mark.EndsWith('/') ? (mark, "-") : (string.Empty, mark);
        void WriteOne(string name, byte[] bytes) => directory.Write(folder + name + end, packed ? IdxBytes.Packed(bytes) : bytes);
        WriteOne($"train-images{join}idx3-ubyte", trainImages);
        WriteOne($"train-labels{join}idx1-ubyte", IdxBytes.Labels(trainLabels));
        WriteOne($"t10k-images{join}idx3-ubyte", testImages);
        WriteOne($"t10k-labels{join}idx1-ubyte", IdxBytes.Labels(testLabels));
    }
}
