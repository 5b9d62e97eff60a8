namespace Functional.Cli;

using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using System.Text;
using Functional.Cli.Examples;

/// <summary>The help of a command, made from its options.</summary>
internal static class HelpText
{
    private const int Width = 100;

    /// <summary>The text.</summary>
    public static string Of(Command command)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Wrapping.Lines(command.Description ?? string.Empty, Width)).AppendLine().AppendLine();
        var arguments = string.Concat(command.Arguments.Select(argument => $" [{argument.Name}]"));
        text.AppendLine(command is RootCommand ? "Usage:\n  functional [COMMAND] [OPTIONS]" : $"Usage:\n  functional {command.Name}{arguments} [OPTIONS]").AppendLine();
        if (command is RootCommand)
        {
            Section(text, "Commands", command.Subcommands.Select(sub => (sub.Name, sub.Description ?? string.Empty)).ToArray());
        }

        if (command.Name is "example")
        {
            Section(text, "Names", ExampleTable.All.Select(example => (example.Name, Described(example))).ToArray());
        }

        var groups = command is GroupedCommand grouped
            ? grouped.Groups.Select(group => (group.Title, Rows: Rows(group.Options))).ToArray()
            : [("Options", Rows(command.Options.Where(option => option is not HelpOption and not VersionOption)))];
        groups[^1].Rows = [
            .. groups[^1].Rows,
            ("-h, --help", "This text, or with a command its options."),
            .. command is RootCommand ? new[] { ("--version", "The version, and the version of the arithmetic that results depend on.") } : [],
        ];
        var indent = groups.Max(group => Indent(group.Rows));
        foreach (var (title, rows) in groups)
        {
            Section(text, title, rows, indent);
        }

        text.AppendLine("Examples:");
        foreach (var example in Examples(command.Name))
        {
            text.AppendLine($"  {example}");
        }

        Section(text.AppendLine(), "Exit codes", [.. ExitCode.Table.Select(entry => ($"{entry.Code}", entry.Meaning))]);
        return text.ToString();
    }

    private static IEnumerable<string> Examples(string command) => command switch
    {
        "train" =>
        [
            "functional train",
            "functional train --hidden 256,128 --activation gelu --epochs 20 --seed 7",
            "functional train --data mnist --hidden 50 --batch 100 --learning-rate 0.1 --save mnist.safetensors",
            "functional train --optimizer adam --schedule cosine --batch-norm --dropout 0.2 --diagnose",
            "functional train --l2 1e-4 --validation 0.1 --early-stopping 5",
            "functional train --json --epochs 5 > result.json",
            "functional train --loss huber --set loss.delta=2 --output runs/huber",
            "functional train --optimizer adam --print-experiment > adam.json",
        ],
        "init" =>
        [
            "functional init experiment.jsonc",
            "functional init --schema experiment.schema.json",
            "functional init --sweep sweep.jsonc",
        ],
        "run" =>
        [
            "functional run experiment.jsonc --output runs/first",
            "functional run experiment.jsonc --set seed=7 --set optimiser.rate=0.1 --output runs/second",
            "functional run experiment.jsonc --json > result.json",
        ],
        "resume" => ["functional resume runs/first"],
        "verify" => ["functional verify runs/first"],
        "compare" => ["functional compare runs/first runs/second"],
        "diff" =>
        [
            "functional diff runs/first runs/second",
            "functional diff digits.jsonc --set optimiser.rate=0.1",
            "functional diff first.safetensors second.safetensors",
        ],
        "lab" =>
        [
            "functional lab",
            "functional lab digits.jsonc --set epochs=1 --only threads,kernels,killed",
            "functional lab --also /opt/functional --json > lab.json",
            "dotnet run -c Release --project src/Functional.Cli -- lab --sources .",
        ],
        "report" =>
        [
            "functional report runs/first",
            "functional report runs/first --output first.html",
        ],
        "sweep" =>
        [
            "functional sweep sweep.jsonc --output sweeps/first",
            "functional sweep sweep.jsonc --output sweeps/first --workers 1 --json > result.json",
        ],
        "check" =>
        [
            "functional check",
            "functional check --hidden 20,20 --activation tanh --loss squared-error",
            "functional check --data mnist --hidden 512,512 --directions 10",
        ],
        "predict" =>
        [
            "functional predict --model digits.safetensors",
            "functional predict --model mnist.safetensors --data mnist --index 42",
            "functional predict --model mnist.safetensors --input t10k-images-idx3-ubyte.gz --format jsonl",
            "functional predict --model iris.safetensors --input iris.csv --header --ignore species",
            "tail -f sensors.csv | functional predict --model sensors.safetensors --input - --skip-faults",
        ],
        "export" =>
        [
            "functional export --model digits.safetensors --format onnx --output digits.onnx",
            "functional export --model digits.safetensors --format safetensors-torch --output digits-torch.safetensors",
            "functional export --model digits.safetensors --format npz --output digits.npz",
        ],
        "import" =>
        [
            "functional import --tensors digits-torch.safetensors --like digits.safetensors --output tuned.safetensors",
            "functional import --tensors torch.safetensors --architecture net.json --shape 28,28 --divide-by 255 --output net.safetensors",
        ],
        "example" =>
        [
            "functional example",
            "functional example worked-example",
            "functional example two-layer-net --data mnist",
            "functional example sigmoid-softmax --quick --momentum 0.9",
        ],
        "completion" =>
        [
            "source <(functional completion bash)",
            "functional completion bash > ~/.local/share/bash-completion/completions/functional",
            "functional completion zsh > \"${fpath[1]}/_functional\"",
            "functional completion fish > ~/.config/fish/completions/functional.fish",
        ],
        _ =>
        [
            "functional                                  train on the embedded digits, which takes seconds",
            "functional --epochs 5 --seed 7              the same with options; train may be left out",
            "functional train --save digits.safetensors  keep the trained network",
            "functional predict --model digits.safetensors",
            "functional export --model digits.safetensors --format onnx --output digits.onnx",
            "functional check                            prove the gradient",
            "functional train --help                     all options of train",
            "functional example                          list programs from tutorials, to run and to read",
        ],
    };

    private static string Described(Example example) =>
        example.Options.Count == 0 ? example.Summary : $"{example.Summary} Takes {string.Join(", ", example.Options)}.";

    private static (string Name, string Description)[] Rows(IEnumerable<Option> options) =>
        [.. options.Select(option => (option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description ?? string.Empty))];

    private static int Indent((string Name, string Description)[] rows) => rows.Max(row => row.Name.Length) + 4;

    private static void Section(StringBuilder text, string title, (string Name, string Description)[] rows, int? common = null)
    {
        var indent = common ?? Indent(rows);
        text.AppendLine($"{title}:");
        foreach (var (name, description) in rows)
        {
            var lines = Wrapping.Lines(description, Width - indent).ToArray();
            text.AppendLine($"  {name.PadRight(indent - 2)}{lines[0]}");
            foreach (var line in lines.Skip(1))
            {
                text.Append(' ', indent).AppendLine(line);
            }
        }

        text.AppendLine();
    }
}
