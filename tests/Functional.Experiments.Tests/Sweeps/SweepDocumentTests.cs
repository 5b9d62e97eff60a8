namespace Functional.Experiments.Tests.Sweeps;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using LanguageExt;
using Xunit;

public class SweepDocumentTests
{
    [Fact]
    public void A_written_sweep_is_read_as_the_same()
    {
        foreach (var json in new[] { SmallSweeps.Grid, SmallSweeps.Random, SmallSweeps.Halving, SweepDocument.Explained() })
        {
            var sweep = SmallSweeps.Read(json);
            var again = SmallSweeps.Read(SweepDocument.Write(sweep));
            Assert.Equal(sweep, again);
            Assert.Equal(SweepDocument.Write(sweep), SweepDocument.Write(again));
            Assert.Empty(SweepDocument.Differences(sweep, again));
        }
    }

    [Fact]
    public void A_grid_is_every_combination_with_the_last_axis_the_fastest()
    {
        var sweep = SmallSweeps.Read(SmallSweeps.Grid);
        Assert.Equal(6, sweep.Points);
        Assert.Equal(
            ["0.1 []", "0.1 [5]", "1e30 []", "1e30 [5]", "0.3 []", "0.3 [5]"],
            Enumerable.Range(1, 6).Select(point => string.Join(' ', sweep.Values(point))));
        Assert.Equal((0.3, 5), (sweep.Experiment(new(6, 6, 1, 1)).LearningRate, sweep.Experiment(new(6, 6, 1, 1)).Hidden[0]));
    }

    [Fact]
    public void Points_are_drawn_by_the_seed_within_their_ranges_and_do_not_depend_on_how_many_there_are()
    {
        var (few, many) = (SmallSweeps.Read(Drawn(20)), SmallSweeps.Read(Drawn(300)));
        Assert.All(Enumerable.Range(1, 20), point => Assert.Equal(few.Values(point), many.Values(point)));
        var drawn = Enumerable.Range(1, 300).Select(many.Values).ToArray();
        double[] Column(int axis) => [.. drawn.Select(values => double.Parse(values[axis], CultureInfo.InvariantCulture))];
        Assert.All(Column(0), rate => Assert.InRange(rate, 1e-4, 1));
        Assert.InRange(Column(0).Count(rate => rate < 1e-2), 110, 190);
        Assert.All(Column(1), share => Assert.InRange(share, 0.1, 0.5));
        Assert.InRange(Column(1).Average(), 0.28, 0.32);
        Assert.Equal(Enumerable.Range(3, 5).Select(size => (double)size), Column(2).Distinct().Order());
        Assert.NotEqual(few.Values(1), SmallSweeps.Read(Drawn(20).Replace("\"seed\": 1", "\"seed\": 2", StringComparison.Ordinal)).Values(1));
        string Drawn(int count) => SmallSweeps.Of(string.Create(
            CultureInfo.InvariantCulture,
            $"\"axes\": [{{\"type\": \"log-uniform\", \"path\": \"optimiser.rate\", \"from\": 0.0001, \"to\": 1}}, {{\"type\": \"uniform\", \"path\": \"validation.share\", \"from\": 0.1, \"to\": 0.5}}, {{\"type\": \"integers\", \"path\": \"sampling.size\", \"from\": 3, \"to\": 7}}], \"strategy\": {{\"type\": \"random\", \"count\": {count}}}, \"seed\": 1"));
    }

    [Fact]
    public void The_usual_rate_is_that_of_the_optimiser_which_an_axis_chooses()
    {
        var sweep = SmallSweeps.Read(SmallSweeps.Of("\"axes\": [{\"type\": \"values\", \"path\": \"optimiser.type\", \"values\": [\"sgd\", \"adam\"]}]"));
        Assert.Equal((0.5, 0.002), (sweep.Experiment(new(1, 1, 1, 1)).LearningRate, sweep.Experiment(new(2, 2, 1, 1)).LearningRate));
    }

    [Fact]
    public void Repetitions_have_seeds_of_their_own_which_are_the_same_for_every_point()
    {
        var sweep = SmallSweeps.Read(SmallSweeps.Random);
        Assert.Equal(0UL, sweep.Experiment(new(1, 1, 1, 1)).Seed);
        Assert.NotEqual(0UL, sweep.Experiment(new(2, 1, 2, 1)).Seed);
        Assert.Equal(sweep.Experiment(new(2, 1, 2, 1)).Seed, sweep.Experiment(new(4, 2, 2, 1)).Seed);
    }

    [Theory]
    [InlineData("\"axis\": []", "$.axis", "axes")]
    [InlineData("\"axes\": [{\"type\": \"log-unifrm\", \"path\": \"epochs\"}]", "$.axes[0].type", "log-uniform")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"epochs\"}]", "$.axes[0].values", "array")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"epochs\", \"values\": []}]", "$.axes[0] ", "at least one value")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"epochs\", \"values\": [1]}, {\"type\": \"values\", \"path\": \"$.epochs\", \"values\": [1]}]", "$.axes[1].path", "each place once")]
    [InlineData("\"axes\": [{\"type\": \"uniform\", \"path\": \"optimiser.rate\", \"from\": 2, \"to\": 1}], \"strategy\": {\"type\": \"random\", \"count\": 2}", "$.axes[0] ", "from 2 to 1")]
    [InlineData("\"axes\": [{\"type\": \"uniform\", \"path\": \"optimiser.rate\", \"from\": 1, \"to\": 2}]", "$.axes[0] ", "values, or random or halving")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"optimiser.rat\", \"values\": [1]}]", "$.optimiser.rat", "expected rate")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"optimiser.momentum\", \"values\": [null, 0.9, 0.5]}]", "$.optimiser.momentum", "in 2 of 3 points, such as optimiser.momentum=0.9")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"epochs\", \"values\": [1]}], \"strategy\": {\"type\": \"halving\", \"count\": 4, \"minimum\": 1, \"maximum\": 4}", "$.axes[0].path", "epochs, which halving sets")]
    [InlineData("\"strategy\": {\"type\": \"halving\", \"count\": 4, \"minimum\": 5, \"maximum\": 4}", "$.strategy", "not below the minimum")]
    [InlineData("\"strategy\": {\"type\": \"random\", \"count\": 4000}, \"repetitions\": 3", "$.strategy", "12,000 trials")]
    [InlineData("\"axes\": [{\"type\": \"values\", \"path\": \"validation.share\", \"values\": [null, 0.1]}], \"figure\": \"validation-loss\"", "$.figure", "hold no samples out")]
    [InlineData("\"figure\": \"test-accurcy\"", "$.figure", "test-accuracy")]
    public void What_is_wrong_is_told_with_its_place(string members, string place, string words)
    {
        var fault = Assert.Single(SweepDocument.Read(SmallSweeps.Of(members)).Faults()).Message;
        Assert.Contains(place, fault, StringComparison.Ordinal);
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once_with_line_and_column()
    {
        var faults = SweepDocument.Read("{\"version\": 2,\n\"experiment\": {\"version\": 1, \"arithmetic\": 1, \"epoch\": 3},\n\"axes\": 3,\n\"sed\": 1}").Faults();
        Assert.Equal(["$.version", "$.experiment.epoch", "$.axes", "$.sed"], faults.Map(fault => fault.Path).ToArray());
        Assert.Equal([1, 2, 3, 4], faults.Map(fault => fault.Line).ToArray());
    }

    [Fact]
    public void What_does_not_fit_the_samples_is_told_before_anything_runs()
    {
        var sweep = SmallSweeps.Read(SmallSweeps.Of("\"axes\": [{\"type\": \"values\", \"path\": \"sampling.size\", \"values\": [10, 1000]}]"));
        var fault = Assert.Single(sweep.For(SmallSweeps.Samples).Faults()).Message;
        Assert.Contains("$.sampling", fault, StringComparison.Ordinal);
        Assert.Contains("in 1 of 2 points, such as sampling.size=1000", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_experiment_may_be_a_file_beside_the_sweep()
    {
        using var directory = new TemporaryDirectory();
        File.WriteAllText(directory.File("base.jsonc"), ExperimentDocument.WriteExplained(Experiment.Default));
        File.WriteAllText(directory.File("sweep.json"), "{\"version\": 1, \"experiment\": \"base.jsonc\", \"repetitions\": 2}");
        var sweep = SweepDocument.Load(directory.File("sweep.json")).Right().Success();
        Assert.Equal(Experiment.Default, sweep.Experiment(new(1, 1, 1, 1)));
        Assert.Equal(SweepFigure.TestAccuracy, sweep.Figure);
        File.WriteAllText(directory.File("base.jsonc"), "{\"version\": 1, \"arithmetic\": 1,\n\"seed\": -1}");
        Assert.Contains("'base.jsonc' $.seed (line 2, column 9)", Assert.Single(SweepDocument.Load(directory.File("sweep.json")).Right().Faults()).Message, StringComparison.Ordinal);
        File.Delete(directory.File("base.jsonc"));
        Assert.Contains("no such file", Assert.Single(SweepDocument.Load(directory.File("sweep.json")).Right().Faults()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_around_an_experiment_is_that_of_its_document()
    {
        var sweep = Sweep.Create(Small.Experiment(), Prelude.Seq1<SweepAxis>(new SweepAxis.Values("seed", Prelude.Seq("1", "2"))), new SweepStrategy.Grid()).Success();
        Assert.Equal(2, sweep.TrialCount);
        Assert.Equal(Small.Experiment(seed: 2), sweep.Experiment(new(2, 2, 1, 1)));
    }
}
