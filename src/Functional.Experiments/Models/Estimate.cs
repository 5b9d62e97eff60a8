namespace Functional.Experiments;

using System;
using System.Globalization;
using LanguageExt;

/// <summary>What a network makes of one sample.</summary>
/// <param name="Outputs">
/// A number for each output: a probability where the network was trained to give these, otherwise a score; or the predicted values themselves.
/// </param>
/// <param name="Class">The class of the largest output, the first of equals; where <paramref name="Meaning"/> is <see cref="OutputMeaning.Values"/>, just that output's index.</param>
/// <param name="ClassName">The class's name, or its number where there are no names.</param>
/// <param name="Meaning">What the network's outputs say.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no output for the class.</exception>
public sealed record Estimate(Seq<double> Outputs, int Class, string ClassName, OutputMeaning Meaning)
{
    /// <summary>The class's name, or its number where there are no names.</summary>
    public string ClassName { get; init => field = Given.NotNull(value); } = Given.NotNull(ClassName);

    /// <summary>The class of the largest output, the first of equals.</summary>
    public int Class { get; init; } = (uint)Class < (uint)Outputs.Count
        ? Class
        : throw new ArgumentOutOfRangeException(nameof(Class), Class, $"There are {Outputs.Count} outputs.");

    /// <summary>The probability, score or value at <see cref="Class"/>: the largest one.</summary>
    public double Score => Outputs[Class];

    /// <summary>Whether <see cref="Outputs"/> are probabilities: of classes of which one is right, or of each class by itself.</summary>
    public bool HasProbabilities => Meaning is OutputMeaning.Logits or OutputMeaning.IndependentLogits;

    /// <summary>"7 (99.31 %)", "7 (score 0.98)" or the values: "0.25, 1.5".</summary>
    public override string ToString() => Meaning switch
    {
        OutputMeaning.Values => string.Join(", ", Outputs.Map(value => value.ToString("R", CultureInfo.InvariantCulture))),
        OutputMeaning.Scores => string.Create(CultureInfo.InvariantCulture, $"{ClassName} (score {Score:0.####})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ClassName} ({Score * 100:0.00} %)"),
    };
}
