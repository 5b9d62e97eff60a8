namespace Functional.Experiments.Tests;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Small things to test with.</summary>
internal static class Small
{
    public static DataSplit Split { get; } = new(Digits.Load().Train.Take(96), Digits.Load().Test.Take(32));

    public static T Right<L, T>(this Either<L, T> either) => either.IfLeft(left => throw new InvalidOperationException($"{left}"));

    public static DataFault Fault<T>(this Either<DataFault, T> either) => either.Match(Right: _ => throw new InvalidOperationException("no fault"), Left: fault => fault);

    public static T Success<TFault, T>(this Validation<TFault, T> validation) =>
        validation.Match(Succ: value => value, Fail: faults => throw new InvalidOperationException(string.Join("; ", faults)));

    public static Seq<TFault> Faults<TFault, T>(this Validation<TFault, T> validation) => validation.Match(Succ: _ => Seq<TFault>.Empty, Fail: faults => faults);

    public static Experiment Experiment(Precision precision = Precision.Single, int epochs = 2, double rate = 0.1, ulong seed = 3) =>
        Experiments.Experiment.Create(hidden: Prelude.Seq(7, 5), sampling: new MiniBatch(20), epochs: epochs, learningRate: rate, seed: seed, precision: precision).Success();

    public static RunResult Result(Experiment experiment, DataSplit? split = null) => Runner.Run(experiment, split ?? Split).OfType<RunEvent.Finished>().Single().Result;

    public static Model<T> Model<T>(Architecture architecture, int inputs, int classes, Scaling? scaling = null)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => new(
            new("small", new SampleShape(inputs), scaling ?? new Scaling.UnitInterval(16), classes, Seq<string>.Empty, architecture, OutputMeaning.Logits),
            architecture.Initialise<T>(inputs, RandomKey.FromSeed(1)));
}
