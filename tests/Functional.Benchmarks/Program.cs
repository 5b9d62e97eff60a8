namespace Functional.Benchmarks;

using System;
using System.CommandLine;
using System.Linq;
using System.Text;
using Functional.Benchmarks.Commands;

/// <summary>The process.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Usage = 2;

    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = new BenchmarkLine().Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
            {
                Console.Error.WriteLine($"error: {message}");
            }

            Console.Error.WriteLine("hint: --help behind a command shows its options.");
            return Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }) == 0 ? Done : Failed;
        }
        catch (Fault fault)
        {
            Console.Error.WriteLine($"error: {fault.Message}");
            return Failed;
        }
    }
}
