namespace Functional.Verification;

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// A network with a batch and an objective to try a law on, as plain data. Every number (parameters, inputs, targets) is a pure
/// function of the seed, so that a case can be printed, shrunk and made again.
/// </summary>
/// <param name="Architecture">What the network is made of.</param>
/// <param name="Inputs">The number of features.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Penalties">The penalties on the weights.</param>
/// <param name="Samples">The number of samples in a batch.</param>
/// <param name="Targets">What the targets are; must fit the loss.</param>
/// <param name="Seed">What all numbers are drawn from.</param>
/// <param name="IsWeighted">Whether each sample has a weight of its own.</param>
public sealed record NetworkCase(
    Architecture Architecture, int Inputs, Loss Loss, Seq<Penalty> Penalties, int Samples, TargetKind Targets, ulong Seed, bool IsWeighted = false)
{
    /// <summary>What the targets are; must fit the loss.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public TargetKind Targets { get; init => field = Required(value); } = Required(Targets);

    /// <summary>What the network is made of.</summary>
    public Architecture Architecture { get; init => field = Given.NotNull(value); } = Given.NotNull(Architecture);

    /// <summary>The loss.</summary>
    public Loss Loss { get; init => field = Given.NotNull(value); } = Given.NotNull(Loss);

    /// <summary>The penalties on the weights.</summary>
    public Seq<Penalty> Penalties { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Penalties);

    /// <summary>The loss and the penalties.</summary>
    public Objective Objective => new(Loss, Penalties);

    /// <summary>Whether the objective has all derivatives everywhere, so that none may be left out of a comparison.</summary>
    public bool IsSmooth => Smoothness.IsSmooth(Architecture)
        && Losses.IsSmooth(Loss)
        && !Penalties.Exists(penalty => penalty is L1);

    private RandomKey Key => RandomKey.FromSeed(Seed);

    /// <summary>The network.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <exception cref="ArgumentException">The architecture's parts do not fit together.</exception>
    public Layer<T> Network<T>()
        where T : struct, IFloatingPointIeee754<T> => Architecture.Initialise<T>(Inputs, Key.For("parameters"));

    /// <summary>A pass that trains the network; layers that are random in training draw from the case's seed.</summary>
    /// <param name="execution">How to compute; sequentially when left out.</param>
    public Pass Training(Execution? execution = null) => Pass.Training(Key.For("pass"), execution);

    /// <summary>A batch of normally distributed inputs.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="index">Which of the case's batches.</param>
    /// <exception cref="ArgumentException">The architecture's parts do not fit together.</exception>
    public Batch<T> Batch<T>(int index = 0)
        where T : struct, IFloatingPointIeee754<T>
    {
        var key = Key.For("batch").At(index);
        var inputs = Draws.Normal<T>(Inputs, Samples, key.For("inputs"));
        var targets = TargetsOf<T>(ArchitectureSizes.RequireOutputs(Architecture, Inputs), key.For("targets"));
        return new(inputs, IsWeighted ? targets.Weighted(Draws.Weights<T>(Samples, key.For("weights"))) : targets);
    }

    /// <summary>The case in two lines: the network, then all that is not the network.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Inputs} → {ArchitectureText.Of(Architecture)}\n    {LossText()}, {Samples} {(Samples == 1 ? "sample" : "samples")}, targets: {Targets}{(IsWeighted ? ", weighted" : string.Empty)}, seed {Seed}");

    private string LossText() =>
        string.Join(" + ", new[] { $"{Loss.Reduction} of {Loss.Title}" }.Concat(Penalties.Map(penalty => $"{penalty.GetType().Name} {penalty.Strength}")));

    private Targets<T> TargetsOf<T>(int outputs, RandomKey key)
        where T : struct, IFloatingPointIeee754<T> => Targets switch
        {
            TargetKind.Classes => new ClassTargets<T>([.. Enumerable.Range(0, Samples).Select(sample => key.Below(outputs, sample))]),
            TargetKind.OneHot => OneHot<T>(outputs, key),
            TargetKind.Soft => new ValueTargets<T>(Draws.Probabilities<T>(outputs, Samples, key, sumToOne: !Loss.HasIndependentOutputs)),
            TargetKind.Values => new ValueTargets<T>(Draws.Normal<T>(outputs, Samples, key)),
            _ => throw new InvalidOperationException($"There are no targets of kind {Targets}."),
        };

    private ValueTargets<T> OneHot<T>(int outputs, RandomKey key)
        where T : struct, IFloatingPointIeee754<T>
    {
        var classes = Enumerable.Range(0, Samples).Select(sample => key.Below(outputs, sample)).ToImmutableArray();
        return new(new ClassTargets<T>(classes).ToColumns(outputs));
    }

    private static TargetKind Required(TargetKind targets) => Enum.IsDefined(targets)
        ? targets
        : throw new ArgumentOutOfRangeException(nameof(targets), targets, $"There are no targets of this kind; there are {string.Join(", ", Enum.GetNames<TargetKind>())}.");
}
