namespace Functional.Surface.Tests;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;

/// <summary>A folder beneath another one, or the system's temporary one, made where a call asks for a file and removed when it ends.</summary>
internal sealed class Scratch(string? root) : IScratch, IDisposable
{
    private static readonly Lazy<IReadOnlyList<(string Name, byte[] Octets)>> Samples = new(() =>
    [
        ("table.csv", Encoding.UTF8.GetBytes("a,b,label\n1,2,x\n3,4,y\n5,6,x\n")),
        ("lines.txt", Encoding.UTF8.GetBytes("1 2 3\n4 5 6\n")),
        ("experiment.jsonc", Encoding.UTF8.GetBytes(ExperimentDocument.WriteExplained(Experiment.Default))),
        ("sweep.jsonc", Encoding.UTF8.GetBytes(SweepDocument.Explained())),
        ("array.npy", Npy()),
        ("archive.npz", Written(stream => NpzFile.Write(stream, Prelude.Seq1((Name: "x", Array: NpyFile.Read(new MemoryStream(Npy()), "x").IfLeft(_ => throw new InvalidOperationException())))))),
        ("images.idx", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]),
        ("garbage", [1, 2, 3, 200, 255, 0, 10]),
        ("empty", []),
    ]);

    private string? folder;

    /// <summary>A text without the folder, whose name is another one each time.</summary>
    public string Hidden(string text) => folder is null ? text : text.Replace(folder, "DIR", StringComparison.Ordinal);

    public string Path(int choice)
    {
        if (folder is null)
        {
            folder = root is null || !Directory.Exists(root)
                ? Directory.CreateTempSubdirectory("functional-fuzzing-").FullName
                : Directory.CreateDirectory(System.IO.Path.Combine(root, $"{Guid.NewGuid():n}")).FullName;
            foreach (var (name, octets) in Samples.Value)
            {
                File.WriteAllBytes(System.IO.Path.Combine(folder, name), octets);
            }

            Directory.CreateDirectory(System.IO.Path.Combine(folder, "folder"));
        }

        var names = Samples.Value.Select(sample => sample.Name).Concat(["new", "new", "new.svg", "folder", "folder/new", "none/new"]).ToList();
        return System.IO.Path.Combine(folder, names[choice % names.Count]);
    }

    public byte[] Sample(int choice) => Samples.Value[choice % Samples.Value.Count].Octets;

    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Npy()
    {
        var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, 118, 0, .. Encoding.ASCII.GetBytes(header), .. new double[] { 1, 2, 3, 4, 5, 6 }.SelectMany(BitConverter.GetBytes)];
    }

    private static byte[] Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
