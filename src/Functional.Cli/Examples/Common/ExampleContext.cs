namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Data;
using Functional.Experiments;
using Functional.Numerics;
using Spectre.Console;

/// <summary>What an example is given: its settings and samples, and where its text and pictures go.</summary>
/// <param name="settings">What it is asked to do.</param>
/// <param name="samples">The samples to learn from; none where the example takes none.</param>
/// <param name="terminal">Takes the text.</param>
internal sealed class ExampleContext(ExampleSettings settings, DataSplit? samples, Terminal terminal)
{
    private const int WidthOfFiles = 100;
    private const int NarrowestWidth = 20;
    private const int NarrowestPlot = 24;
    private const int WidestPlot = 70;
    private const string Gap = "  ";
    private const string Indent = "  ";
    private readonly List<ExamplePicture> pictures = [];

    /// <summary>What the example is asked to do.</summary>
    public ExampleSettings Settings => settings;

    /// <summary>Whether a short form is wanted.</summary>
    public bool Quick => settings.Quick;

    /// <summary>The samples to learn from: MNIST or a set like it where --data names one, the embedded digits otherwise.</summary>
    public DataSplit Samples => samples ?? throw new InvalidOperationException("An example that uses samples must take the option --data.");

    /// <summary>How to compute: on all processors, which changes no bit.</summary>
    public Execution Execution { get; } = Execution.AllCores;

    /// <summary>The pictures drawn so far.</summary>
    public IReadOnlyList<ExamplePicture> Pictures => pictures;

    /// <summary>How many letters fit in a line.</summary>
    public int Width => terminal.IsInteractive ? Math.Max(NarrowestWidth, terminal.Console.Profile.Width) : WidthOfFiles;

    /// <summary>Writes a heading behind an empty line.</summary>
    public void Title(string text)
    {
        Write(string.Empty, Style.Plain);
        Broken(text, string.Empty, new Style(decoration: Decoration.Bold));
    }

    /// <summary>Writes sentences, broken where the line ends.</summary>
    public void Say(FormattableString text) => Broken(Words(text), string.Empty, Style.Plain);

    /// <summary>Writes a formula in a line of its own.</summary>
    public void Formula(FormattableString line) => Broken(Words(line), Indent, new Style(Color.Aqua));

    /// <summary>Writes formulas, each in a line of its own.</summary>
    public void Formulas(IEnumerable<FormattableString> lines)
    {
        foreach (var line in lines)
        {
            Formula(line);
        }
    }

    /// <summary>Writes a table, each row as soon as it is there; where the line is too short for it, each value in a line of its own.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">A text for each column.</param>
    public void Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var heads = Joined(columns, columns.Select(column => column.Head));
        var isNarrow = heads.Length > Width;
        if (!isNarrow)
        {
            Write(heads, new Style(Color.Grey));
        }

        foreach (var row in rows)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            if (isNarrow)
            {
                columns.Zip(row, (column, text) => $"{column.Head} {text.Trim()}".Trim()).Where(line => line.Length > 0).ToList()
                    .ForEach(line => Broken(line, Indent, Style.Plain));
                Write(string.Empty, Style.Plain);
            }
            else
            {
                Write(Joined(columns, row), Style.Plain);
            }
        }
    }

    /// <summary>Keeps a picture; it is written where the user wants it, when all is computed.</summary>
    /// <param name="fileName">The name of its file, such as "optimisers.svg".</param>
    /// <param name="text">The whole file.</param>
    public void Draw(string fileName, string text) => pictures.Add(new(fileName, text));

    /// <summary>Keeps a chart as a picture.</summary>
    /// <param name="fileName">The name of its file, such as "optimisers.svg".</param>
    /// <param name="chart">The chart.</param>
    public void Draw(string fileName, Chart chart) => Draw(fileName, Svg.Of(chart, "chart").Text);

    /// <summary>Draws a plot with letters.</summary>
    /// <param name="plot">The plot.</param>
    public void Show(Plot plot)
    {
        Write(string.Empty, Style.Plain);
        foreach (var line in TextPicture.Of(plot, Math.Clamp(Width - Indent.Length, NarrowestPlot, WidestPlot)))
        {
            Write($"{Indent}{line}", Style.Plain);
        }
    }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Joined(IReadOnlyList<Column> columns, IEnumerable<string> texts) =>
        $"{Indent}{string.Join(Gap, columns.Zip(texts, (column, text) => column.Aligned(text)))}".TrimEnd();

    private void Broken(string text, string indent, Style style)
    {
        foreach (var line in Wrapping.Lines(text, Width - indent.Length))
        {
            Write($"{indent}{line}", style);
        }
    }

    private void Write(string line, Style style)
    {
        if (terminal.IsInteractive)
        {
            terminal.Console.Write(new Text(line, style));
            terminal.Console.WriteLine();
        }
        else
        {
            terminal.Out.WriteLine(line);
            terminal.Out.Flush();
        }
    }
}
