namespace Functional.Cli;

using System;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

/// <summary>Standard output for programs that read line after line.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;
    private const int BufferSize = 1 << 14;

    /// <summary>EPIPE, and what Windows says of a pipe that was closed.</summary>
    private static readonly int[] ClosedPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>A writer that does not flush by itself at the end of a line.</summary>
    public static TextWriter OpenLines() => new StreamWriter(Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize) { NewLine = "\n" };

    /// <summary>Whether a failure to write says that nobody reads any more.</summary>
    public static bool IsClosed(IOException failure) => Array.IndexOf(ClosedPipe, failure.HResult) >= 0;

    /// <summary>The console's own stream is silent where a pipe's reader is gone, and a program would go on for nobody; a file's place is only known to that stream.</summary>
    private static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            var pipe = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception odd) when (odd is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }
}
