namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using Functional.Numerics;
using LanguageExt;

/// <summary>How an experiment stands in a document.</summary>
internal static class ExperimentForm
{
    /// <summary>The version of the document's form.</summary>
    public const int Version = 1;

    /// <summary>All members.</summary>
    public static MembersForm<ExperimentDraft> Members { get; } = new(
        new Member<ExperimentDraft, string>(new TextForm("the address of a schema"), _ => string.Empty, (own, _) => own)
        {
            Name = "$schema",
            Description = "Where editors find the schema; it means nothing to the program.",
            IsWritten = false,
        },
        new Member<ExperimentDraft, int>(new VersionForm(Version, "the only version of the form that this program reads"), _ => Version, (own, _) => own)
        {
            Name = "version",
            Description = "The version of this document's form.",
            IsRequired = true,
        },
        new Member<ExperimentDraft, int>(new VersionForm(Arithmetic.Version, "the arithmetic that this program computes in"), _ => Arithmetic.Version, (own, _) => own)
        {
            Name = "arithmetic",
            Description = "The version of the arithmetic that the result's bits depend on.",
            IsRequired = true,
        },
        One("data", "Where the samples come from: \"digits\", or an object with the type \"mnist\" or \"npz\" and a path.", null, DataForms.Source, own => own.Data, (own, value) => own with { Data = value }),
        Network(),
        One("loss", "What is made small; a name, or an object with type, reduction and the loss's own numbers.", null, LossForms.Loss, own => own.Loss, (own, value) => own with { Loss = value }),
        Optimisation(),
        One(
            "schedule",
            $"How the learning rate goes on, counted in epochs; a name or an object with its numbers.",
            "schedule",
            CourseForms.Course,
            own => own.Course,
            (own, value) => own with { Course = value }),
        One("warmUp", "Over how many epochs the learning rate rises first.", "warm-up", new WholeForm<int>(0, Experiment.MaximumEpochs), own => own.WarmUp, (own, value) => own with { WarmUp = value }),
        One("sampling", "Which samples each step sees.", "batch", SamplingForms.Sampling, own => own.Sampling, (own, value) => own with { Sampling = value }),
        One("epochs", "How often training goes through all samples.", "epochs", new WholeForm<int>(1, Experiment.MaximumEpochs), own => own.Epochs, (own, value) => own with { Epochs = value }),
        One("seed", "What everything random is derived from.", null, new WholeForm<ulong>(0, ulong.MaxValue), own => own.Seed, (own, value) => own with { Seed = value }),
        One("precision", "The numbers that the network is made of: single or double.", "precision", new NameForm<Precision>(Names.Precisions), own => own.Precision, (own, value) => own with { Precision = value }),
        Regularising(),
        new MemberGroup<ExperimentDraft>(
            Optional("share", "The share of the samples to train on that is held out; null for none.", "validation", new NumberForm(NumberRange.Share), own => own.ValidationShare, (own, value) => own with { ValidationShare = value }),
            Optional(
                "patience",
                "Early stopping: how many epochs in a row may pass without an improvement; null for none.",
                "early-stopping",
                new WholeForm<int>(1, Experiment.MaximumEpochs),
                own => own.Patience,
                (own, value) => own with { Patience = value }))
        {
            Name = "validation",
            Description = "Samples that are held out to judge by, and when to stop early.",
        });

    private static Member<ExperimentDraft> Network() => new MemberGroup<ExperimentDraft>(
        Optional(
            "hidden",
            "The sizes of the hidden layers, the first next to the inputs; [] for none, null where layers says it.",
            "hidden",
            new ListForm<int>(new WholeForm<int>(1, Experiment.MaximumLayerSize), Experiment.MaximumLayers),
            own => own.Hidden,
            (own, value) => own with { Hidden = value }),
        One("activation", "What follows each hidden affine layer.", "activation", ArchitectureForms.Activation, own => own.Activation, (own, value) => own with { Activation = value }),
        Optional("initialiser", "How all weights begin; null: he-normal before a rectifier or its relatives, glorot-uniform elsewhere.", "initialiser", ArchitectureForms.Initialiser, own => own.Initialiser, (own, value) => own with { Initialiser = value }),
        One("batchNormalisation", "Whether batches are normalised between each hidden affine layer and its activation.", "batch-norm", new FlagForm(), own => own.Regularisation.BatchNormalisation, (own, value) => own with { Regularisation = own.Regularisation with { BatchNormalisation = value } }),
        One("dropout", "The fraction that training drops behind each hidden activation.", "dropout", new NumberForm(NumberRange.Fraction), own => own.Regularisation.Dropout, (own, value) => own with { Regularisation = own.Regularisation with { Dropout = value } }),
        Optional("layers", "Layer by layer, in place of all above, what stands in front of the outputs' affine layer; null for none.", "layers", ArchitectureForms.Layers, own => own.Layers, (own, value) => own with { Layers = value }))
    {
        Name = "network",
        Description = "What the network is made of. The outputs' affine layer follows by itself.",
    };

    private static Member<ExperimentDraft> Optimisation() => new MemberGroup<ExperimentDraft>(
        One("type", $"How gradients become updates: {Names.Optimisers.Alternatives}.", "optimizer", new NameForm<Optimiser>(Names.Optimisers), own => own.Optimiser, (own, value) => own with { Optimiser = value }),
        Optional("rate", "The learning rate; null for the optimiser's usual one.", "learning-rate", new NumberForm(NumberRange.Positive), own => own.Rate, (own, value) => own with { Rate = value }),
        Optional("momentum", "How much of its velocity a step keeps, with momentum, nesterov, rmsprop and centred-rmsprop; null for the usual one.", "momentum", new NumberForm(NumberRange.Fraction), own => own.Momentum, (own, value) => own with { Momentum = value }),
        Optional("weightDecay", "Decoupled decay of the weights, with adamw, lion and lamb; null for the usual one.", "weight-decay", new NumberForm(NumberRange.Strength), own => own.WeightDecay, (own, value) => own with { WeightDecay = value }),
        Optional("firstDecay", "β₁, how much of the mean gradient stays, with Adam and its relatives, lion and lamb; null for the usual one.", "first-decay", new NumberForm(NumberRange.Fraction), own => own.FirstDecay, (own, value) => own with { FirstDecay = value }),
        Optional("secondDecay", "β₂, how much of the mean square stays, with these and rmsprop (its α); null for the usual one.", "second-decay", new NumberForm(NumberRange.Fraction), own => own.SecondDecay, (own, value) => own with { SecondDecay = value }),
        Optional("epsilon", "ε, what keeps a quotient finite, with all that divide; null for the usual one.", "epsilon", new NumberForm(NumberRange.Positive), own => own.Epsilon, (own, value) => own with { Epsilon = value }))
    {
        Name = "optimiser",
        Description = "How gradients become updates.",
    };

    private static Member<ExperimentDraft> Regularising() => new MemberGroup<ExperimentDraft>(
        Bound("l1", "The strength of the penalty on the weights' magnitudes.", NumberRange.Strength, own => own.L1, (own, value) => own with { L1 = value }),
        Bound("l2", "The strength of the penalty on half the weights' squares.", NumberRange.Strength, own => own.L2, (own, value) => own with { L2 = value }),
        Optional("maximumNorm", "The largest norm of a unit's incoming weights; null for no limit.", "max-norm", new NumberForm(NumberRange.Positive), own => own.Regularisation.MaximumNorm, (own, value) => own with { Regularisation = own.Regularisation with { MaximumNorm = value } }),
        Optional("clippingNorm", "The norm that the whole gradient is clipped to; null for no clipping.", "clip", new NumberForm(NumberRange.Positive), own => own.Regularisation.ClippingNorm, (own, value) => own with { Regularisation = own.Regularisation with { ClippingNorm = value } }),
        One("classWeights", "balanced lets each class count as much as every other, however many samples it has; none.", "class-weights", new NameForm<bool>(Names.ClassWeights), own => own.Regularisation.BalancesClasses, (own, value) => own with { Regularisation = own.Regularisation with { BalancesClasses = value } }),
        Bound("labelSmoothing", "The share of each target that is spread over all classes.", NumberRange.Fraction, own => own.LabelSmoothing, (own, value) => own with { LabelSmoothing = value }, "label-smoothing"))
    {
        Name = "regularisation",
        Description = "What keeps the training in bounds.",
    };

    private static Member<ExperimentDraft> One<TValue>(
        string name, string description, string? setting, Form<TValue> form, Func<ExperimentDraft, TValue> get, Func<ExperimentDraft, TValue, ExperimentDraft> set) =>
        new Member<ExperimentDraft, TValue>(form, get, set) { Name = name, Description = description, Setting = setting };

    private static Member<ExperimentDraft> Optional<TValue>(
        string name, string description, string setting, Form<TValue> form, Func<ExperimentDraft, Option<TValue>> get, Func<ExperimentDraft, Option<TValue>, ExperimentDraft> set) =>
        One(name, description, setting, new OptionalForm<TValue>(form), get, set);

    private static Member<ExperimentDraft> Bound(
        string name, string description, NumberRange range, Func<Regularisation, double> get, Func<Regularisation, double, Regularisation> set, string? setting = null) =>
        One(name, description, setting ?? name, new NumberForm(range), own => get(own.Regularisation), (own, value) => own with { Regularisation = set(own.Regularisation, value) });

    /// <summary>The named forms that the schema defines once.</summary>
    public static IEnumerable<(string Name, System.Text.Json.Nodes.JsonObject Schema)> Definitions =>
    [
        (ArchitectureForms.Layer.Name, ArchitectureForms.Layer.Definition()),
        (ArchitectureForms.Activation.Name, ArchitectureForms.Activation.Definition()),
        (ArchitectureForms.Initialiser.Name, ArchitectureForms.Initialiser.Definition()),
        (LossForms.Loss.Name, LossForms.Loss.Definition()),
        (CourseForms.Course.Name, CourseForms.Course.Definition()),
    ];
}
