namespace Functional.Experiments.Tests.Reports;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Reports of runs of every kind.</summary>
internal static class Pages
{
    public const string Awkward = "<script>alert('x')</script> & \"q\" ]]> \u0001 日本";

    private static readonly RandomKey Key = RandomKey.FromSeed(11);

    public static IReadOnlyDictionary<string, Lazy<RunReport>> Reports { get; } = new Dictionary<string, Lazy<RunReport>>(StringComparer.Ordinal)
    {
        ["like mnist"] = new(() => Finished(Wide(128), Noise(600, 300, 28, 28))),
        ["digits"] = new(() => Finished(Small.Experiment(), Small.Split)),
        ["double precision, judged"] = new(() => Finished(Everything.Experiment(precision: Precision.Double, epochs: 5), Digits.Load())),
        ["no pictures"] = new(() => Finished(Small.Experiment(), new Moons(60, 0.5).Draw(Key).Split(40, Key))),
        ["large pictures"] = new(() => Finished(Wide(8), Noise(40, 30, 100, 60))),
        ["too large pictures"] = new(() => Finished(Wide(2), Noise(40, 30, 200, 100))),
        ["values"] = new(() => Finished(Values(), new LinearTrend(60).Draw(Key).Split(40, Key))),
        ["values of pictures"] = new(() => Finished(Values(), ValuesOfPictures())),
        ["many classes"] = new(() => Finished(Small.Experiment(), Noise(300, 250, 4, 4, 300))),
        ["one class only"] = new(() => Finished(Small.Experiment(), Noise(40, 30, 4, 4, 1))),
        ["one epoch"] = new(() => Finished(Small.Experiment(epochs: 1), Small.Split)),
        ["many epochs"] = new(() => Of(Status(RunPhase.Finished, 1000) with { ChosenEpoch = 700, Ending = "early-stopping" }, [.. Enumerable.Range(1, 1000).Select(epoch => Figures(epoch, 2.0 / epoch))])),
        ["diverged at once"] = new(() => Of(Status(RunPhase.Diverged, 0) with { Message = "Training diverged at step 0: <NaN>." }, [])),
        ["diverged later"] = new(() => Of(Status(RunPhase.Diverged, 2) with { Message = "Training diverged at step 12." }, [Figures(1, 2), Figures(2, 1e9)])),
        ["still going on"] = new(() => Of(Status(RunPhase.Running, 1), [Figures(1, 2)])),
        ["stopped"] = new(() => Of(Status(RunPhase.Stopped, 0), [])),
        ["failed"] = new(() => Of(Status(RunPhase.Failed, 1) with { Message = "x.safetensors: no space left; expected room." }, [Figures(1, 2)])),
        ["not finite"] = new(() => Of(Status(RunPhase.Finished, 3), [Figures(1, double.NaN), Figures(2, double.PositiveInfinity), Figures(3, double.NegativeInfinity)])),
        ["nothing finite"] = new(() => Of(Status(RunPhase.Finished, 1), [new(1, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, new(double.NaN, double.NaN))])),
        ["awkward names"] = new(() => Finished(Small.Experiment(), new(Renamed(Small.Split.Train), Renamed(Small.Split.Test)), Awkward)),
        ["without samples"] = new(() => Of(Status(RunPhase.Finished, 1), [Figures(1, 2)], Prelude.Seq1($"The samples are not at hand. {Awkward}"))),
    };

    /// <summary>The report of a run that is carried out to its end, with its layers measured.</summary>
    public static RunReport Finished(Experiment experiment, DataSplit split, string name = "small")
    {
        var events = Runner.Run(experiment, split, measuresLayers: true).ToArray();
        var result = events.OfType<RunEvent.Finished>().Single().Result;
        var record = new RunRecord(
            new RunFolder(name),
            experiment,
            new RunFingerprints(ExperimentDocument.Fingerprint(experiment), DataFingerprint.Of(split), new string('0', 64), result.Fingerprint),
            new RunStatus(RunPhase.Finished, 12, result.Epochs.Count, result.ChosenEpoch, "epochs", Option<string>.None, 1.5, 1),
            result.Epochs,
            Sessions(1))
        {
            Layers = events.OfType<RunEvent.LayersMeasured>().Select(measured => measured.Figures).ToArray().ToSeq().Strict(),
        };
        return RunReport.Of(name, record, result.Model, split, Seq<string>.Empty);
    }

    /// <summary>The report of a run that is told by its figures alone.</summary>
    public static RunReport Of(RunStatus status, EpochFigures[] epochs, Seq<string>? remarks = null) => RunReport.Of(
        "told",
        new(new RunFolder("told"), Small.Experiment(epochs: 1000), Option<RunFingerprints>.None, status, epochs.ToSeq().Strict(), Sessions(status.Epochs == 1 ? 9 : 1)),
        Option<Model>.None,
        Option<DataSplit>.None,
        remarks ?? Seq<string>.Empty);

    public static RunStatus Status(RunPhase phase, int epochs) =>
        new(phase, 10 * epochs, epochs, phase == RunPhase.Finished ? epochs : Option<int>.None, Option<string>.None, Option<string>.None, 1.25, 1);

    public static EpochFigures Figures(int epoch, double loss) => new(epoch, loss, 0.5, loss + 0.1, 0.25, 0.1 / epoch, null);

    /// <summary>Samples of noise, of which nothing can be learned: the largest pictures and the most mistakes.</summary>
    public static DataSplit Noise(int train, int test, int rows, int columns, int classes = 10)
    {
        return new(Set("noise train", train), Set("noise test", test));

        DataSet Set(string name, int count)
        {
            var key = Key.For(name);
            var (pixels, labels) = (new byte[count * rows * columns], new int[count]);
            for (var i = 0; i < pixels.Length; i++)
            {
                pixels[i] = (byte)key.Bits32(i);
            }

            for (var i = 0; i < count; i++)
            {
                labels[i] = i * 7 % classes;
            }

            return DataSet.Create(
                name,
                new ByteFeatures(ImmutableCollectionsMarshal.AsImmutableArray(pixels), rows * columns),
                new ClassLabels(ImmutableCollectionsMarshal.AsImmutableArray(labels), Math.Max(2, classes)),
                new SampleShape(rows, columns)).Success().Scaled(new Scaling.UnitInterval(255));
        }
    }

    private static DataSplit ValuesOfPictures()
    {
        var set = Noise(60, 20, 5, 3).Train;
        return DataSet.Create("values", set.Features, new ValueLabels([.. Enumerable.Range(0, 120).Select(i => Math.Sqrt(i))], 2), set.Shape).Success().Scaled(set.Scaling).Split(40, Key);
    }

    private static DataSet Renamed(DataSet set) => DataSet.Create(
        Awkward,
        set.Features,
        new ClassLabels(((ClassLabels)set.Labels).Classes, 10, [.. Enumerable.Range(0, 10).Select(index => index == 3 ? new string('w', 200) : $"{Awkward}{index}")]),
        set.Shape).Success().Scaled(set.Scaling);

    private static Experiment Wide(int hidden) => Experiment.Create(hidden: Prelude.Seq1(hidden), sampling: new MiniBatch(20), epochs: 2, learningRate: 0.01, seed: 3).Success();

    private static Experiment Values() => Experiment.Create(hidden: Prelude.Seq1(4), loss: new SquaredError(), sampling: new MiniBatch(10), epochs: 3, learningRate: 0.001, seed: 3).Success();

    private static Seq<RunEnvironment> Sessions(int count) => Enumerable.Range(0, count)
        .Select(session => new RunEnvironment("0.1.0", 1, 1, "framework", "system", $"processor <{session}>", 2, 2, "512", "2026-01-02T03:04:05Z")).ToArray().ToSeq().Strict();
}
