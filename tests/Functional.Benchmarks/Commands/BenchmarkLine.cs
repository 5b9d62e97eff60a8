namespace Functional.Benchmarks.Commands;

using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Functional.Benchmarks.Measuring;
using Functional.Benchmarks.Products;
using Functional.Benchmarks.Serving;
using Functional.Benchmarks.Updates;
using Functional.Benchmarks.Workloads;
using Functional.Numerics;

/// <summary>The grammar of the command line, and from options to settings.</summary>
internal sealed class BenchmarkLine
{
    private const int LeastRounds = 3;
    private const int MostRounds = 1000;
    private const int FullSide = 4096;
    private const int QuickSide = 2048;
    private const int FullUpdates = 25;
    private const int QuickUpdates = 7;
    private const string DataVariable = "FUNCTIONAL_MNIST";

    private readonly Option<string?> only = Text("only", "NAMES", $"Workloads with commas, of {string.Join(", ", Catalogue.All.Select(workload => workload.Name))} (default: all).");
    private readonly Option<string?> precision = Text("precision", "NAME", "single or double (default: both).");
    private readonly Option<string?> threads = Text("threads", "NUMBER", "The most threads that each contender may use (default: 2).");
    private readonly Option<string?> rounds = Text("rounds", "NUMBER", "How often every contender has its turn (default: 9, quick 5).");
    private readonly Option<bool> quick = new("--quick") { Description = "Short turns and few rounds." };
    private readonly Option<string?> data = Text("data", "DIR", $"A directory with MNIST's four files (default: what {DataVariable} names, otherwise synthetic pictures).");
    private readonly Option<string?> command = Text("functional", "PATH", "The functional command for whole programs, published or built (default: the one built beside this program).");
    private readonly Option<string?> json = Text("json", "FILE", "Where to write the results as JSON.");
    private readonly Option<string?> shapes = Text("only", "NAMES", $"Products with commas, of {string.Join(", ", Product.All.Select(product => product.Group).Distinct())} (default: all).");
    private readonly Option<string?> measured = Text("only", "NAMES", $"Optimisers with commas, of {string.Join(", ", MeasuredOptimiser.All.Select(optimiser => optimiser.Name))} (default: all).");
    private readonly Option<string?> gemmThreads = Text("threads", "NUMBER", "The number of threads (default: 1, then 2).");
    private readonly Option<string?> folder = Text("folder", "DIR", "Where the samples are.");
    private readonly Argument<string> subject = new("subject");
    private readonly Argument<string> element = new("precision");

    /// <summary>The root of the grammar.</summary>
    public RootCommand Root => new("Times Functional, NumPy and PyTorch side by side.")
    {
        With(new("compare", "Time all contenders at the same workloads.") { only, precision, threads, rounds, quick, data, command, json }, parsed => CompareCommand.Run(CompareSettings(parsed))),
        With(new("check", "Show that all contenders compute the same losses.") { only, precision, threads, data }, parsed => CheckCommand.Run(CompareSettings(parsed))),
        With(new("gemm", "Time matrix products and NumPy's.") { shapes, precision, gemmThreads, rounds, quick }, parsed => GemmCommand.Run(GemmSettings(parsed))),
        With(new("optimisers", "Show what each optimiser's step moves through memory, and its time beside a copy.") { measured, precision, rounds, quick, json }, parsed => OptimisersCommand.Run(OptimisersSettings(parsed))),
        With(new("kernels", "Time products and elementary functions by themselves with BenchmarkDotNet.") { quick }, parsed => KernelsCommand.Run(parsed.GetValue(quick))),
        With(new("serve", "Be a contender: answer requests on standard input.") { Hidden = true, Arguments = { subject, element }, Options = { threads, folder } }, Serve),
    };

    private CompareSettings CompareSettings(ParseResult parsed) => new(
        Workloads(parsed),
        Precisions(parsed),
        Pace(parsed),
        Number(parsed, threads, 1, Execution.MaximumThreads) ?? 2,
        Given(parsed, data) ?? (Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } named ? named : null),
        Given(parsed, command),
        Given(parsed, json));

    private GemmSettings GemmSettings(ParseResult parsed) => new(
        Chosen(parsed, shapes, Product.All, product => product.Group),
        Precisions(parsed),
        Number(parsed, gemmThreads, 1, Execution.MaximumThreads) is { } count ? [count] : [1, 2],
        Pace(parsed));

    private OptimisersSettings OptimisersSettings(ParseResult parsed) => new(
        Chosen(parsed, measured, MeasuredOptimiser.All, optimiser => optimiser.Name),
        Precisions(parsed),
        parsed.GetValue(quick) ? QuickSide : FullSide,
        Number(parsed, rounds, LeastRounds, MostRounds) ?? (parsed.GetValue(quick) ? QuickUpdates : FullUpdates),
        Given(parsed, json));

    private void Serve(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(subject);
        var chosen = PrecisionNames.Parse(parsed.GetRequiredValue(element)) ?? throw new Fault($"'{parsed.GetValue(element)}' is no precision; expected single or double.");
        var execution = new Execution { Threads = Number(parsed, threads, 1, Execution.MaximumThreads) ?? 1 };
        IServed served = Product.Parse(name) is { } product
            ? chosen == Precision.Single ? new FunctionalProduct<float>(product, execution) : new FunctionalProduct<double>(product, execution)
            : ServedWorkload.Of(
                Catalogue.All.FirstOrDefault(workload => string.Equals(workload.Name, name, StringComparison.Ordinal) && workload.Kind != WorkKind.Program) ?? throw new Fault($"'{name}' is nothing that can be served."),
                chosen,
                Given(parsed, folder) ?? throw new Fault("--folder: no value; expected where the samples are."),
                execution);
        Server.Run(served, Console.In, Console.Out);
    }

    private ImmutableArray<Workload> Workloads(ParseResult parsed) => Chosen(parsed, only, Catalogue.All, workload => workload.Name);

    private ImmutableArray<Precision> Precisions(ParseResult parsed) => Given(parsed, precision) switch
    {
        null => [Precision.Single, Precision.Double],
        var name => [PrecisionNames.Parse(name) ?? throw new Fault($"--precision: '{name}'; expected single or double.")],
    };

    private Pace Pace(ParseResult parsed) => Measuring.Pace.Of(Number(parsed, rounds, LeastRounds, MostRounds), parsed.GetValue(quick));

    private static ImmutableArray<T> Chosen<T>(ParseResult parsed, Option<string?> option, ImmutableArray<T> all, Func<T, string> nameOf)
    {
        if (Given(parsed, option) is not { } text)
        {
            return all;
        }

        var names = text.Split(',', StringSplitOptions.TrimEntries);
        return names.FirstOrDefault(name => !all.Any(one => Same(nameOf(one), name))) is { } unknown
            ? throw new Fault($"{option.Name}: '{unknown}'; expected names with commas, of {string.Join(", ", all.Select(nameOf).Distinct())}.")
            : [.. all.Where(one => names.Any(name => Same(nameOf(one), name)))];
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static int? Number(ParseResult parsed, Option<string?> option, int least, int most) => Given(parsed, option) switch
    {
        null => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new Fault($"{option.Name}: '{text}'; expected a whole number from {least} to {most}."),
    };

    private static string? Given(ParseResult parsed, Option<string?> option) => parsed.GetResult(option) is null ? null
        : parsed.GetValue(option) is { } text && !string.IsNullOrWhiteSpace(text) ? text
        : throw new Fault($"{option.Name}: no value; expected {option.HelpName}.");

    private static Option<string?> Text(string name, string value, string description) => new($"--{name}") { HelpName = value, Description = description, Arity = ArgumentArity.ExactlyOne };

    private static Command With(Command command, Action<ParseResult> action)
    {
        command.SetAction(action);
        return command;
    }
}
