namespace Functional.Verification;

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using Functional.Numerics.Randomness;

/// <summary>A loss with all that a law about it needs.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Targets">What the targets are.</param>
/// <param name="Case">The case that all numbers are drawn from; its features are the loss's outputs.</param>
/// <param name="Options">How the verification is done.</param>
public sealed record LossTrial(Loss Loss, TargetKind Targets, LayerCase Case, VerificationOptions Options)
{
    /// <summary>What the targets are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public TargetKind Targets { get; init => field = Required(value); } = Required(Targets);

    /// <summary>The loss.</summary>
    public Loss Loss { get; init => field = Given.NotNull(value); } = Given.NotNull(Loss);

    /// <summary>The case that all numbers are drawn from; its features are the loss's outputs.</summary>
    public LayerCase Case { get; init => field = Given.NotNull(value); } = Given.NotNull(Case);

    /// <summary>How the verification is done.</summary>
    public VerificationOptions Options { get; init => field = Given.NotNull(value); } = Given.NotNull(Options);

    /// <summary>What everything random is drawn from.</summary>
    public RandomKey Key => RandomKey.FromSeed(Case.Seed);

    /// <summary>The outputs that the loss sees, [outputs × samples], with their targets.</summary>
    public Batch<double> Batch => new(Case.Normal(Case.Features, Case.Samples, "inputs", scale: Options.InputScale), Drawn());

    /// <summary>The case in words, with its numbers where they are few.</summary>
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Loss.Reduction} of {Loss.Title}, {Case.Features} outputs, {Case.Samples} samples, targets: {Targets}\n{LayerTrial.Shown("outputs", Batch.Inputs)}\n{LayerTrial.Shown("targets", Batch.Targets.ToColumns(Case.Features))}");

    private Targets<double> Drawn() => Targets switch
    {
        TargetKind.Classes => new ClassTargets<double>(Classes()),
        TargetKind.OneHot => new ValueTargets<double>(new ClassTargets<double>(Classes()).ToColumns(Case.Features)),
        TargetKind.Soft => new ValueTargets<double>(Draws.Probabilities<double>(Case.Features, Case.Samples, Key.For("targets"), sumToOne: !Loss.HasIndependentOutputs)),
        TargetKind.Values => new ValueTargets<double>(Case.Normal(Case.Features, Case.Samples, "targets")),
        _ => throw new InvalidOperationException($"There are no targets of kind {Targets}."),
    };

    private ImmutableArray<int> Classes() => [.. Enumerable.Range(0, Case.Samples).Select(sample => Key.For("targets").Below(Case.Features, sample))];

    private static TargetKind Required(TargetKind targets) => Enum.IsDefined(targets)
        ? targets
        : throw new ArgumentOutOfRangeException(nameof(targets), targets, $"There are no targets of this kind; there are {string.Join(", ", Enum.GetNames<TargetKind>())}.");
}
