namespace Functional.Benchmarks.Material;

using System;
using System.Linq;
using Functional.Benchmarks.Workloads;
using Functional.Data;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Pictures with their classes: MNIST, or a set like it that is made up.</summary>
/// <param name="TrainPictures">The pixels of the pictures to train on.</param>
/// <param name="TrainLabels">Their classes.</param>
/// <param name="TestPictures">The pixels of the pictures to test with.</param>
/// <param name="TestLabels">Their classes.</param>
/// <param name="Directory">Where it was read from; null where it was made up.</param>
internal sealed record PictureSet(byte[] TrainPictures, byte[] TrainLabels, byte[] TestPictures, byte[] TestLabels, string? Directory)
{
    private const ulong Seed = 1;
    private const double InkShare = 0.2;
    private const double StrayLabelShare = 0.1;

    /// <summary>The set of a directory.</summary>
    /// <exception cref="Fault">It cannot be read, or its sizes are not MNIST's.</exception>
    public static PictureSet Load(string directory)
    {
        var split = MnistFiles.Load(directory).IfFail(faults => throw new Fault(string.Join(' ', faults.Map(fault => fault.Message))));
        RequireSize(split.Train, PictureSets.TrainCount);
        RequireSize(split.Test, PictureSets.TestCount);
        return new(Pixels(split.Train), Classes(split.Train), Pixels(split.Test), Classes(split.Test), directory);
    }

    /// <summary>
    /// A set that can be learned about as well as MNIST and has about as many pixels with ink: each class has some pixels where its pictures may
    /// have any value, all other pixels are 0, and one label in ten is drawn at random.
    /// </summary>
    public static PictureSet Synthetic()
    {
        var key = RandomKey.FromSeed(Seed);
        var ink = Enumerable.Range(0, PictureSets.ClassCount)
            .Select(label => Enumerable.Range(0, PictureSets.PixelCount).Select(pixel => key.For("ink").At(label).Bernoulli(InkShare, pixel)).ToArray())
            .ToArray();
        var (trainPictures, trainLabels) = Draw(key.For("train"), PictureSets.TrainCount, ink);
        var (testPictures, testLabels) = Draw(key.For("test"), PictureSets.TestCount, ink);
        return new(trainPictures, trainLabels, testPictures, testLabels, null);
    }

    private static (byte[] Pictures, byte[] Labels) Draw(RandomKey key, int count, bool[][] ink)
    {
        var (pixels, truth, stray) = (key.For("pixels"), key.For("classes"), key.For("stray"));
        var pictures = new byte[count * PictureSets.PixelCount];
        var labels = new byte[count];
        Span<byte> values = stackalloc byte[sizeof(ulong)];
        for (var sample = 0; sample < count; sample++)
        {
            var label = ClassAt(sample);
            labels[sample] = (byte)(stray.Bernoulli(StrayLabelShare, sample) ? ClassAt(count + sample) : label);
            for (var pixel = 0; pixel < PictureSets.PixelCount; pixel++)
            {
                var at = (sample * PictureSets.PixelCount) + pixel;
                if (pixel % sizeof(ulong) == 0)
                {
                    BitConverter.TryWriteBytes(values, pixels.Bits64(at / sizeof(ulong)));
                }

                pictures[at] = ink[label][pixel] ? values[pixel % sizeof(ulong)] : (byte)0;
            }
        }

        return (pictures, labels);

        int ClassAt(int index) => (int)(truth.Bits32(index) % PictureSets.ClassCount);
    }

    private static void RequireSize(DataSet set, int count)
    {
        if (set.Count != count || !set.Shape.Dimensions.SequenceEqual([PictureSets.Side, PictureSets.Side]) || set.OutputCount != PictureSets.ClassCount)
        {
            throw new Fault($"The data are {set}; expected {count} samples of {PictureSets.Side} × {PictureSets.Side} and {PictureSets.ClassCount} classes, as MNIST has.");
        }
    }

    private static byte[] Pixels(DataSet set)
    {
        var features = (ByteFeatures)set.Features;
        var pixels = new byte[set.Count * set.FeatureCount];
        for (var sample = 0; sample < set.Count; sample++)
        {
            features.Sample(sample).CopyTo(pixels.AsSpan(sample * set.FeatureCount));
        }

        return pixels;
    }

    private static byte[] Classes(DataSet set) => [.. ((ClassLabels)set.Labels).Classes.Select(label => (byte)label)];
}
