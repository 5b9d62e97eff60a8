namespace Functional.Cli;

using System;
using System.Collections.Generic;
using System.IO;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;

/// <summary>Where samples come from: a stream of lines, or an array of a file that is told by its first bytes.</summary>
internal sealed class SampleInput : IDisposable
{
    private const string Expected = "an IDX file, an NPY file, or text with one sample a line";

    private readonly IDisposable? source;

    private SampleInput(string name, bool isText, IEnumerable<Arrival> arrivals, IDisposable? source)
    {
        Name = name;
        IsText = isText;
        Arrivals = arrivals;
        this.source = source;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Whether it is lines of text.</summary>
    public bool IsText { get; }

    /// <summary>What its samples are counted by: "line", from 1, or "sample", from 0.</summary>
    public string Noun => IsText ? "line" : "sample";

    /// <summary>The samples.</summary>
    public IEnumerable<Arrival> Arrivals { get; }

    public void Dispose() => source?.Dispose();

    /// <summary>Opens the input that is asked for.</summary>
    public static Either<DataFault, SampleInput> Open(ServeSettings settings, ModelDescription description, Terminal terminal)
    {
        var format = new LineFormat(description.InputShape, settings.HasHeader, settings.Ignored, description.DataName);
        if (settings.Input is ServeSettings.StandardInput)
        {
            var stream = terminal.OpenInput();
            return new SampleInput("standard input", isText: true, SampleLines.Read(stream, format, terminal.Stop), stream);
        }

        if (Directory.Exists(settings.Input))
        {
            return new DataFault(settings.Input, "this is a directory", Expected);
        }

        try
        {
            var file = new FileStream(settings.Input, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return OfFile(file, settings, format, description.InputShape, terminal);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return new DataFault(settings.Input, "there is no such file", Expected);
        }
        catch (UnauthorizedAccessException)
        {
            return new DataFault(settings.Input, "permission to read the file is denied", "a file that may be read");
        }
        catch (Exception unreadable) when (unreadable is IOException or NotSupportedException or ArgumentException)
        {
            return new DataFault(settings.Input, $"the file cannot be read ({unreadable.Message.TrimEnd('.')})", "a file that can be read");
        }
    }

    private static Either<DataFault, SampleInput> OfFile(FileStream file, ServeSettings settings, LineFormat format, SampleShape shape, Terminal terminal)
    {
        var kind = KindOf(file);
        if (kind == Kind.Text)
        {
            return new SampleInput(settings.Input, isText: true, SampleLines.Read(file, format, terminal.Stop), file);
        }

        using (file)
        {
            return settings.HasHeader || !settings.Ignored.IsEmpty
                ? new DataFault(settings.Input, "an array, in which columns have no names and none is left out", "text with --header and --ignore")
                : (kind == Kind.Npy
                    ? NpyFile.Read(file, settings.Input).Bind(array => SampleArrays.Of(array, shape))
                    : IdxFile.Read(file, settings.Input).Bind(tensor => SampleArrays.Of(tensor, shape)))
                    .Map(arrivals => new SampleInput(settings.Input, isText: false, arrivals, source: null));
        }
    }

    /// <summary>What a file's first bytes tell; a pipe, whose bytes come only once, is taken for text.</summary>
    private static Kind KindOf(FileStream file)
    {
        if (!file.CanSeek)
        {
            return Kind.Text;
        }

        Span<byte> start = stackalloc byte[2];
        var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return count < start.Length ? Kind.Text
            : start is [0, 0] or [0x1F, 0x8B] ? Kind.Idx
            : start is [0x93, (byte)'N'] ? Kind.Npy
            : Kind.Text;
    }

    private enum Kind
    {
        Text,
        Idx,
        Npy,
    }
}
