namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Functional.Numerics;

/// <summary>Answers samples as they arrive.</summary>
public static class Serving
{
    /// <summary>How many samples are computed together at most.</summary>
    internal const int BatchSize = 256;

    /// <summary>A reply to every arrival, in their order: samples that are at hand are computed together, and none waits for others to arrive.</summary>
    /// <remarks>How samples are put together changes no bit of an answer.</remarks>
    /// <param name="model">The network.</param>
    /// <param name="arrivals">Samples with as many features as the network takes, faults and pauses.</param>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    /// <param name="noun">What messages call that which is numbered: "sample" or "line".</param>
    public static IEnumerable<Reply> Answer(Model model, IEnumerable<Arrival> arrivals, Execution? execution = null, string noun = "sample")
    {
        System.ArgumentNullException.ThrowIfNull(model);
        System.ArgumentNullException.ThrowIfNull(arrivals);
        System.ArgumentNullException.ThrowIfNull(noun);
        var waiting = new List<Arrival.Sample>(BatchSize);
        foreach (var arrival in arrivals)
        {
            var other = Other(model, arrival, noun);
            if (other is null)
            {
                waiting.Add((Arrival.Sample)arrival);
            }

            if (waiting.Count == BatchSize || (other is not null && waiting.Count > 0))
            {
                foreach (var answer in Answers(model, waiting, execution))
                {
                    yield return answer;
                }

                waiting.Clear();
            }

            if (other is not null)
            {
                yield return other;
            }
        }

        foreach (var answer in Answers(model, waiting, execution))
        {
            yield return answer;
        }
    }

    /// <summary>The reply to what is no usable sample; nothing where it is one.</summary>
    private static Reply? Other(Model model, Arrival arrival, string noun) => arrival switch
    {
        Arrival.Fault fault => new Reply.Refusal(fault.Reason, fault.EndsAll),
        Arrival.Sample sample when model.FirstUnusable(sample.Features.AsSpan()) is { } odd => new Reply.Refusal(
            new($"{noun} {sample.Number}, feature {odd}", $"{sample.Features[odd]}", $"a number that stays finite in {(model.Precision == Precision.Single ? "single" : "double")} precision"),
            EndsAll: false),
        Arrival.Sample => null,
        _ => Reply.Pause.Instance,
    };

    private static IEnumerable<Reply> Answers(Model model, List<Arrival.Sample> samples, Execution? execution) =>
        model.Predict(samples.Select(sample => (IReadOnlyList<double>)sample.Features), execution).Select((estimate, place) => new Reply.Answer(samples[place].Number, estimate));
}
