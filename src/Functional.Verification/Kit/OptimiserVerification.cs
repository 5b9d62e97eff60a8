namespace Functional.Verification;

using System;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>The laws that every optimiser must obey, each about an <see cref="OptimiserTrial"/>.</summary>
public static class OptimiserVerification
{
    /// <summary>An update has the names and shapes of the parameters.</summary>
    public static Law<OptimiserTrial> Shapes { get; } = new("An update has the shape of the parameters", trial =>
    {
        var update = trial.Usual.Step(trial.Gradients[0], trial.Usual.Start(trial.Parameters), trial.Parameters, 1.0).Update;
        return LawResult.Where(
            update.Entries.Map(Size).SequenceEqual(trial.Parameters.Entries.Map(Size), StringComparer.Ordinal),
            () => $"The update is {string.Join(", ", update.Entries.Map(Size))}; the parameters are {string.Join(", ", trial.Parameters.Entries.Map(Size))}.");

        static string Size(Parameter<double> entry) => $"{entry.Name} {entry.Values.RowCount} × {entry.Values.ColumnCount}";
    });

    /// <summary>Gradient, state and parameters have the same bits before and after, and the step gives the same bits again.</summary>
    public static Law<OptimiserTrial> Purity { get; } = new("A step is pure", IsPure);

    /// <summary>With a rate of 0 the parameters stay.</summary>
    public static Law<OptimiserTrial> ZeroRate { get; } = new(
        "A zero rate leaves the parameters", trial => TransformationLaws.ZeroRateLeavesParameters(trial.Optimiser, trial.Parameters, trial.Gradients));

    /// <summary>Chaining is associative and has a unit.</summary>
    public static Law<OptimiserTrial> Chaining { get; } = new(
        "Chained with nothing it is what it is alone",
        trial => TransformationLaws.ChainingIsAssociativeWithUnit((first, next) => first.Then(next), (trial.Usual, new Momentum(), trial.Usual), trial.Parameters, trial.Gradients));

    /// <summary>Any number of threads, any width of vectors.</summary>
    public static Law<OptimiserTrial> Execution { get; } = new("Threads and vector width change no bit", trial =>
    {
        var start = trial.Usual.Start(trial.Parameters);
        var expected = trial.Usual.Step(trial.Gradients[0], start, trial.Parameters, 1.0).Update;
        return LawResult.All(ExecutionLaws.Executions.Select(execution => LawResult.Where(
            Bits.Same(trial.Usual.Step(trial.Gradients[0], start, trial.Parameters, 1.0, execution).Update, expected),
            () => $"With {execution.Threads} threads and width {execution.Width} the update has other bits.")));
    });

    /// <summary>Gradients of zeros, tiny and large ones.</summary>
    public static Law<OptimiserTrial> Finite { get; } = new("Finite gradients give finite updates", trial => LawResult.All(
        new[] { 0, 1e-150, -1e-150, 1e100, -1e100 }.Select(number =>
        {
            var gradient = trial.Parameters.Map((_, values) => values.Map(_ => number));
            var (update, state) = trial.Usual.Step(gradient, trial.Usual.Start(trial.Parameters), trial.Parameters, 1.0);
            var again = trial.Usual.Step(gradient, state, trial.Parameters, 1.0).Update;
            return LawResult.Where(update.AreFinite() && again.AreFinite(), () => FormattableString.Invariant($"For gradients of {number} an update is not finite."));
        })));

    /// <summary>Training in recycled memory gives the bits of the pure step.</summary>
    public static Law<OptimiserTrial> Fold { get; } = new("The fold over steps is the repeated step", trial => Trained(trial, (training, network, batches) =>
        TrainingLaws.FoldIsRepeatedStep(training, training.Start(network, trial.Key), batches)));

    /// <summary>A state can be kept and gone on from.</summary>
    public static Law<OptimiserTrial> Resumption { get; } = new("Training can be resumed anywhere", trial => Trained(trial, (training, network, batches) =>
        TrainingLaws.CanBeResumedAnywhere(training, training.Start(network, trial.Key), batches)));

    /// <summary>All of them.</summary>
    public static Seq<Law<OptimiserTrial>> All { get; } = Prelude.Seq(Shapes, Purity, ZeroRate, Chaining, Execution, Finite, Fold, Resumption);

    private static LawResult IsPure(OptimiserTrial trial)
    {
        var (optimiser, parameters, gradient) = (trial.Usual, trial.Parameters, trial.Gradients[0]);
        var state = optimiser.Start(parameters);
        var before = (Fingerprint.Of(parameters), Fingerprint.Of(gradient), Bits.Copy(state));
        var (update, next) = optimiser.Step(gradient, state, parameters, 1.0);
        var (again, same) = optimiser.Step(gradient, state, parameters, 1.0);
        return LawResult.All(
        [
            LawResult.Where(string.Equals(before.Item1, Fingerprint.Of(parameters), StringComparison.Ordinal), () => "A step changed the parameters that it was given."),
            LawResult.Where(string.Equals(before.Item2, Fingerprint.Of(gradient), StringComparison.Ordinal), () => "A step changed the gradient that it was given."),
            LawResult.Where(Bits.Same(before.Item3, state), () => "A step changed the state that it was given."),
            LawResult.Where(Bits.Same(update, again) && Bits.Same(next, same), () => "A step gives other bits when it is done again."),
        ]);
    }

    private static LawResult Trained(OptimiserTrial trial, Func<Networks.Training, Layer<double>, Batch<double>[], LawResult> law)
    {
        var network = new Networks.Chain(new Networks.Affine(2), new Tanh(), new Networks.Affine(1)).Initialise<double>(trial.Case.Features, trial.Key);
        var batches = Enumerable.Range(0, 3)
            .Select(step => new Batch<double>(trial.Case.Normal(trial.Case.Features, trial.Case.Samples, "batch", step), new ValueTargets<double>(trial.Case.Normal(1, trial.Case.Samples, "targets", step))))
            .ToArray();
        return law(new(new SquaredError(), trial.Usual), network, batches);
    }
}
