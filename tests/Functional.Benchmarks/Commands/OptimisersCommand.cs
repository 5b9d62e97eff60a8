namespace Functional.Benchmarks.Commands;

using System;
using System.Collections.Generic;
using Functional.Benchmarks.Reports;
using Functional.Benchmarks.Updates;
using Functional.Benchmarks.Workloads;

/// <summary><c>optimisers</c>: what each optimiser's step moves between memory and processor, and its time beside a copy of the bytes that must be moved.</summary>
internal static class OptimisersCommand
{
    /// <summary>Measures and shows.</summary>
    public static void Run(OptimisersSettings settings)
    {
        if (settings.Json is { } file)
        {
            ResultFile.Check(file);
        }

        Console.WriteLine(Machine.Sentence);
        Console.WriteLine($"{settings.Side} × {settings.Side} weights and a bias, one thread, {settings.Rounds} rounds of a step and a copy in turn");
        var measured = new List<UpdateMeasurement>();
        foreach (var precision in settings.Precisions)
        {
            foreach (var optimiser in settings.Optimisers)
            {
                Output.Progress($"{optimiser.Name} {precision.Name} …");
                measured.Add(precision == Precision.Single
                    ? UpdateBenchmark.Measure<float>(optimiser, precision, settings.Side, settings.Rounds)
                    : UpdateBenchmark.Measure<double>(optimiser, precision, settings.Side, settings.Rounds));
            }
        }

        UpdateTable.Write(measured);
        if (settings.Json is { } path)
        {
            ResultFile.Write(path, measured);
        }
    }
}
