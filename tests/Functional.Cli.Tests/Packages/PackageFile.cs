namespace Functional.Cli.Tests.Packages;

using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

/// <summary>What lies in a package.</summary>
internal sealed class PackageFile
{
    private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public PackageFile(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        Specification = XDocument.Load(new MemoryStream(files.Single(file => file.Key.EndsWith(".nuspec", StringComparison.Ordinal)).Value));
    }

    public IReadOnlyDictionary<string, byte[]> Files => files;

    public XDocument Specification { get; }

    /// <summary>What the specification says under a name.</summary>
    public string Said(string name) => Specification.Descendants().Single(each => string.Equals(each.Name.LocalName, name, StringComparison.Ordinal)).Value;

    public IEnumerable<(string Id, string Version)> Needs => Specification.Descendants().Where(each => string.Equals(each.Name.LocalName, "dependency", StringComparison.Ordinal))
        .Select(each => ((string)each.Attribute("id")!, (string)each.Attribute("version")!));

    /// <summary>Every path of a machine that its programs and symbols tell: of sources and of symbol files.</summary>
    public IEnumerable<string> Paths()
    {
        foreach (var (name, bytes) in files)
        {
            if (name.EndsWith(".pdb", StringComparison.Ordinal))
            {
                using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
                var reader = provider.GetMetadataReader();
                foreach (var document in reader.Documents)
                {
                    yield return reader.GetString(reader.GetDocument(document).Name);
                }
            }
            else if (Path.GetFileName(name).StartsWith("functional", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".dll", StringComparison.Ordinal))
            {
                using var image = new PEReader(new MemoryStream(bytes));
                foreach (var entry in image.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.CodeView))
                {
                    yield return image.ReadCodeViewDebugDirectoryData(entry).Path;
                }
            }
        }
    }
}
