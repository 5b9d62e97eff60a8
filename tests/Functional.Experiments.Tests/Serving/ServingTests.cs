namespace Functional.Experiments.Tests.Serving;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Data;
using Xunit;
using static Functional.Networks.Build;
using Server = Functional.Experiments.Serving;

public sealed class ServingTests
{
    private static readonly Model<float> Network = Small.Model<float>(Chain(Affine(5), Relu(), Affine(3)), 2, 3, new Scaling.None());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1009)]
    public void Replies_come_in_the_order_of_arrivals_with_the_bits_of_samples_one_by_one(int count)
    {
        var samples = Enumerable.Range(0, count).Select(Sample).ToArray();
        var expected = samples.Select(sample => new Reply.Answer(sample.Number, Network.Predict(sample.Features.AsSpan())));
        Assert.Equal(expected, Server.Answer(Network, samples));

        // Faults and pauses in between, wherever they fall.
        var mixed = samples.SelectMany(sample => sample.Number % 5 == 0 ? [sample, new Arrival.Fault(new("line 1", "a", "b")), Arrival.Pause.Instance] : new Arrival[] { sample }).ToArray();
        var replies = Server.Answer(Network, mixed).ToArray();
        Assert.Equal(expected, replies.OfType<Reply.Answer>());
        Assert.Equal(mixed.Select(arrival => arrival.GetType().Name), replies.Select(reply => reply switch { Reply.Answer => "Sample", Reply.Refusal => "Fault", _ => "Pause" }));
    }

    [Fact]
    public void Before_a_pause_all_that_arrived_is_answered()
    {
        var taken = new List<string>();
        foreach (var reply in Server.Answer(Network, Arrivals()))
        {
            taken.Add(reply.GetType().Name);
        }

        Assert.Equal(["asked 0", "asked 1", "asked pause", "Answer", "Answer", "Pause", "asked 2", "Answer"], taken);

        IEnumerable<Arrival> Arrivals()
        {
            taken.Add("asked 0");
            yield return Sample(0);
            taken.Add("asked 1");
            yield return Sample(1);
            taken.Add("asked pause");
            yield return Arrival.Pause.Instance;
            taken.Add("asked 2");
            yield return Sample(2);
        }
    }

    [Fact]
    public void A_number_too_large_for_the_precision_is_refused()
    {
        var refusal = Assert.IsType<Reply.Refusal>(Assert.Single(Server.Answer(Network, [new Arrival.Sample(7, [1, 1e300])], noun: "line")));
        Assert.Equal("it, line 7, feature 1: 1E+300; expected a number that stays finite in single precision.", refusal.Reason.In("it").Message);
    }

    [Fact]
    public void Arrivals_are_not_gathered_beyond_a_batch()
    {
        var asked = 0;
        var first = Server.Answer(Network, Enumerable.Range(0, 1_000_000).Select(index =>
        {
            asked++;
            return Sample(index);
        })).First();
        Assert.Equal(0, ((Reply.Answer)first).Number);
        Assert.InRange(asked, 1, Server.BatchSize);
    }

    private static Arrival.Sample Sample(int number) => new(number, [number / 7.0, Math.Sqrt(number)]);
}
