namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>How a network does on a set: how many samples it classifies rightly, and which classes it takes for which.</summary>
/// <param name="Samples">The number of samples.</param>
/// <param name="Correct">How many are classified rightly.</param>
/// <param name="Confusions">Pairs of different classes, the most frequent first, then in the order of the classes.</param>
public sealed record Verdict(int Samples, int Correct, Seq<Confusion> Confusions)
{
    /// <summary>The share that is classified rightly, from 0 to 1; 0 where there are no samples.</summary>
    public double Accuracy => Samples == 0 ? 0 : (double)Correct / Samples;

    /// <summary>Counts predictions.</summary>
    /// <param name="predictions">True and predicted class of each sample.</param>
    public static Verdict Of(IEnumerable<(int Truth, int Predicted)> predictions)
    {
        int samples = 0, correct = 0;
        var wrong = new Dictionary<(int Truth, int Predicted), int>();
        foreach (var pair in predictions)
        {
            samples++;
            correct += pair.Truth == pair.Predicted ? 1 : 0;
            if (pair.Truth != pair.Predicted)
            {
                wrong[pair] = wrong.GetValueOrDefault(pair) + 1;
            }
        }

        return new(samples, correct, wrong
            .Select(entry => new Confusion(entry.Key.Truth, entry.Key.Predicted, entry.Value))
            .OrderByDescending(confusion => confusion.Count)
            .ThenBy(confusion => confusion.Truth)
            .ThenBy(confusion => confusion.Predicted)
            .ToArray().ToSeq().Strict());
    }
}
