namespace Functional.Benchmarks.Serving;

using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text.Json;

/// <summary>
/// The conversation of a contender with the benchmark: a request a line, an answer a line, as JSON. <c>verify</c> asks for the figures to agree on,
/// <c>steps N</c> for N steps, <c>memory</c> for the peak resident set, <c>quit</c> for the end.
/// </summary>
internal static class Server
{
    /// <summary>Answers requests until the end.</summary>
    public static void Run(IServed served, TextReader requests, TextWriter answers)
    {
        Answer(answers, new { name = "Functional", version = Machine.LibraryVersion });
        while (requests.ReadLine() is { } request && request is not "quit")
        {
            Answer(answers, Of(served, request));
        }
    }

    private static object Of(IServed served, string request)
    {
        if (request is "verify")
        {
            return new { losses = served.Verify() };
        }

        if (request is "memory")
        {
            return new { peakMemoryMB = PeakMemory.OfThisProcess() };
        }

        if (request.Split(' ') is ["steps", var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var steps))
        {
            var start = Stopwatch.GetTimestamp();
            var loss = served.Run(steps);
            return new { seconds = Stopwatch.GetElapsedTime(start).TotalSeconds, loss };
        }

        return new { error = $"there is no request '{request}'" };
    }

    private static void Answer(TextWriter answers, object members)
    {
        answers.WriteLine(JsonSerializer.Serialize(members));
        answers.Flush();
    }
}
