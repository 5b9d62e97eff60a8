namespace Functional.Benchmarks.Material;

using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

/// <summary>The folder that all contenders of a run read from, written once and deleted at the end.</summary>
internal sealed class Folder : IDisposable
{
    private readonly Stopping stopping;

    /// <summary>Makes the folder.</summary>
    public Folder() => stopping = new(Delete);

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("functional-benchmarks-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes numbers as they are in memory, one behind the other.</summary>
    public void Write<T>(string name, ReadOnlySpan<T> numbers)
        where T : unmanaged => System.IO.File.WriteAllBytes(File(name), MemoryMarshal.AsBytes(numbers));

    /// <summary>Reads what <see cref="Write{T}"/> wrote, from any folder.</summary>
    public static T[] Read<T>(string folder, string name)
        where T : unmanaged
    {
        using var file = System.IO.File.OpenRead(System.IO.Path.Combine(folder, name));
        var numbers = GC.AllocateUninitializedArray<T>((int)(file.Length / Unsafe.SizeOf<T>()));
        file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>Deletes it. A file that cannot be deleted stays.</summary>
    public void Dispose()
    {
        stopping.Dispose();
        Delete();
    }

    private void Delete()
    {
        try
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"note: {Path} could not be deleted ({failed.Message.TrimEnd('.')}).");
        }
    }
}
