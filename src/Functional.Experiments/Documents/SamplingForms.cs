namespace Functional.Experiments;

using System;
using Functional.Networks;
using LanguageExt;

/// <summary>How samplings stand in documents.</summary>
internal static class SamplingForms
{
    /// <summary>Which samples each step sees.</summary>
    public static Form<Sampling> Sampling { get; } = new UnionForm<Sampling>(
        Sized("mini-batch", "Every epoch goes once through all samples in an order of its own, so many at a time.", size => new MiniBatch(size), own => own is MiniBatch batch ? batch.Size : Option<int>.None),
        Sized(
            "with-replacement",
            "Every step draws so many samples from all.",
            size => new MiniBatchWithReplacement(size),
            own => own is MiniBatchWithReplacement batch ? batch.Size : Option<int>.None),
        ArchitectureForms.Plain<Sampling>("full", "Every step sees all samples.", new FullBatch()));

    private static UnionCase<Sampling> Sized(string name, string description, Func<int, Sampling> make, Func<Sampling, Option<int>> read) => ArchitectureForms.Case(
        name,
        description,
        1,
        make,
        read,
        new Member<int, int>(new WholeForm<int>(1, int.MaxValue), own => own, (_, value) => value) { Name = "size", Description = "How many samples.", IsRequired = true });
}
