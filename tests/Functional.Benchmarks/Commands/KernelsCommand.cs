namespace Functional.Benchmarks.Commands;

using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Functional.Benchmarks.Kernels;
using Perfolizer.Horology;

/// <summary><c>kernels</c>: times products and elementary functions by themselves with BenchmarkDotNet.</summary>
internal static class KernelsCommand
{
    // Enough calls for the code to have become the optimised one.
    private const int QuickWarmUps = 10;
    private static readonly TimeInterval QuickIteration = TimeInterval.FromMilliseconds(50);

    /// <summary>Runs the benchmarks.</summary>
    /// <param name="quick">Whether few iterations are enough.</param>
    public static void Run(bool quick)
    {
        // In this process: a project that BenchmarkDotNet generates would not be built as this repository's projects are.
        var job = (quick ? Job.ShortRun.WithWarmupCount(QuickWarmUps).WithIterationTime(QuickIteration) : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var directory = System.IO.Directory.CreateTempSubdirectory("functional-benchmarks-");
        try
        {
            var configuration = ManualConfig.CreateEmpty()
                .AddJob(job)
                .AddLogger(ConsoleLogger.Default)
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .WithArtifactsPath(directory.FullName)
                .WithOptions(ConfigOptions.JoinSummary);
            BenchmarkSwitcher.FromTypes([typeof(ProductBenchmarks<>), typeof(ElementaryBenchmarks<>)]).RunAllJoined(configuration);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
