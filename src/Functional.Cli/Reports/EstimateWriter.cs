namespace Functional.Cli;

using System.Globalization;
using System.IO;
using Functional.Experiments;

/// <summary>Writes what a network makes of samples, one line for each.</summary>
internal abstract class EstimateWriter(Model model, ServeSettings settings, string noun, TextWriter output)
{
    private readonly bool isSingle = model.Precision == Precision.Single;

    protected ModelDescription Description { get; } = model.Description;

    /// <summary>Whether the outputs are values and there are no classes.</summary>
    protected bool HasValues => Description.Outputs == OutputMeaning.Values;

    /// <summary>What a class's number is called.</summary>
    protected string Score => Description.Outputs == OutputMeaning.Scores ? "score" : "probability";

    /// <summary>What numbers the samples.</summary>
    protected string Noun => noun;

    /// <summary>Whether each class's number is wanted.</summary>
    protected bool All => settings.AllProbabilities;

    protected TextWriter Output => output;

    /// <summary>The writer of a format.</summary>
    public static EstimateWriter Of(Model model, ServeSettings settings, string noun, TextWriter output) => settings.Format switch
    {
        ResultFormat.JsonLines => new JsonLinesEstimates(model, settings, noun, output),
        ResultFormat.Table => new TableEstimates(model, settings, noun, output),
        _ => new CsvEstimates(model, settings, noun, output),
    };

    /// <summary>Before the first sample.</summary>
    public abstract void Begin();

    /// <summary>One sample.</summary>
    public abstract void Write(long number, Estimate estimate);

    /// <summary>The shortest text that is read back as the same number of the model's precision.</summary>
    protected string Text(double number) => isSingle ? ((float)number).ToString("R", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
}
