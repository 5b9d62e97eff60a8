namespace Functional.Benchmarks.Material;

using System;
using System.Buffers.Binary;
using System.IO;
using Functional.Benchmarks.Workloads;

/// <summary>Writes pictures as the four IDX files of MNIST.</summary>
internal static class IdxWriter
{
    private const byte UnsignedByte = 8;

    /// <summary>Writes a set into a directory that it makes.</summary>
    public static void Write(string directory, PictureSet pictures)
    {
        Directory.CreateDirectory(directory);
        Write(Path.Combine(directory, "train-images-idx3-ubyte"), pictures.TrainPictures, PictureSets.TrainCount, PictureSets.Side, PictureSets.Side);
        Write(Path.Combine(directory, "train-labels-idx1-ubyte"), pictures.TrainLabels, PictureSets.TrainCount);
        Write(Path.Combine(directory, "t10k-images-idx3-ubyte"), pictures.TestPictures, PictureSets.TestCount, PictureSets.Side, PictureSets.Side);
        Write(Path.Combine(directory, "t10k-labels-idx1-ubyte"), pictures.TestLabels, PictureSets.TestCount);
    }

    private static void Write(string path, byte[] values, params ReadOnlySpan<int> dimensions)
    {
        using var file = File.Create(path);
        file.Write([0, 0, UnsignedByte, (byte)dimensions.Length]);
        Span<byte> size = stackalloc byte[sizeof(int)];
        foreach (var dimension in dimensions)
        {
            BinaryPrimitives.WriteInt32BigEndian(size, dimension);
            file.Write(size);
        }

        file.Write(values);
    }
}
