namespace Functional.Experiments;

using Functional.Networks;

/// <summary>What a document says of an affine layer.</summary>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Weights">How the weights begin.</param>
/// <param name="Bias">How the biases begin.</param>
internal sealed record ConnectedDraft(int Outputs, Initialiser Weights, Initialiser Bias)
{
    /// <summary>The members that say it.</summary>
    public static Member<ConnectedDraft>[] Members =>
    [
        new Member<ConnectedDraft, int>(new WholeForm<int>(1, Experiment.MaximumLayerSize), own => own.Outputs, (own, value) => own with { Outputs = value })
        {
            Name = "outputs",
            Description = "The number of outputs.",
            IsRequired = true,
        },
        new Member<ConnectedDraft, Initialiser>(ArchitectureForms.Initialiser, own => own.Weights, (own, value) => own with { Weights = value })
        {
            Name = "weights",
            Description = "How the weights begin.",
        },
        new Member<ConnectedDraft, Initialiser>(ArchitectureForms.Initialiser, own => own.Bias, (own, value) => own with { Bias = value })
        {
            Name = "bias",
            Description = "How the biases begin.",
        },
    ];
}
