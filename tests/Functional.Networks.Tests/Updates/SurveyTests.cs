namespace Functional.Networks.Tests.Updates;

using System.Collections.Generic;
using System.Linq;
using Xunit;

public sealed class SurveyTests
{
    [Fact]
    public void Behind_a_closed_gate_nobody_looks_or_waits()
    {
        var (isOpen, done) = (false, new List<string>());
        var survey = new Survey(2, piece => done.Add($"piece {piece}"), () => done.Add("end"), new Gate(null, () => isOpen), 1);
        survey.Do(0, 1, () => done.Add("meet"));
        Assert.Empty(done);
        isOpen = true;
        survey.Do(0, 1, () => done.Add("meet"));
        Assert.Equal(["meet", "piece 0", "piece 1", "meet", "end", "meet"], done);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 1)]
    [InlineData(3, 8)]
    [InlineData(7, 0)]
    [InlineData(4, 13)]
    public void Every_piece_is_looked_at_once_and_one_thread_concludes(int threads, int pieces)
    {
        var (seen, ends) = (new List<int>(), 0);
        var survey = new Survey(pieces, seen.Add, () => ends++, null, 1);
        for (var rank = 0; rank < threads; rank++)
        {
            survey.Do(rank, threads, static () => { });
        }

        Assert.Equal(Enumerable.Range(0, pieces), seen);
        Assert.Equal(1, ends);
    }
}
