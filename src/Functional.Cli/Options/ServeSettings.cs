namespace Functional.Cli;

using LanguageExt;

/// <summary>What <c>predict --input</c> is asked to do.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Input">The file with the samples, or - for standard input.</param>
/// <param name="Format">How results are written.</param>
/// <param name="AllProbabilities">Whether each class's probability is wanted.</param>
/// <param name="SkipsFaults">Whether what is no sample is told and passed over.</param>
/// <param name="HasHeader">Whether the first line tells the columns' names.</param>
/// <param name="Ignored">Columns that are no features.</param>
/// <param name="Threads">How many threads may compute.</param>
internal sealed record ServeSettings(
    string Model, string Input, ResultFormat Format, bool AllProbabilities, bool SkipsFaults, bool HasHeader, Seq<string> Ignored, int Threads)
{
    /// <summary>The input that is standard input.</summary>
    public const string StandardInput = "-";
}
