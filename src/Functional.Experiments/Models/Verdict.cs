namespace Functional.Experiments;

using Functional.Networks;
using LanguageExt;

/// <summary>How a network does on a set: how many samples it classifies rightly, and which classes it takes for which.</summary>
/// <param name="Matrix">Which classes are taken for which; precision, recall and F1 can be read off it.</param>
public sealed record Verdict(ConfusionMatrix Matrix)
{
    /// <summary>Which classes are taken for which; precision, recall and F1 can be read off it.</summary>
    public ConfusionMatrix Matrix { get; init => field = Given.NotNull(value); } = Given.NotNull(Matrix);

    /// <summary>The number of samples.</summary>
    public int Samples => Matrix.Samples;

    /// <summary>How many are classified rightly.</summary>
    public int Correct => Matrix.Correct;

    /// <summary>The share that is classified rightly, from 0 to 1; 0 where there are no samples.</summary>
    public double Accuracy => Matrix.Accuracy;

    /// <summary>Pairs of different classes, the most frequent first, then in the order of the classes.</summary>
    public Seq<Confusion> Confusions => Matrix.Mistakes;
}
