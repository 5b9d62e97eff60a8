namespace Functional.Networks;

/// <summary>
/// What one layer did in one step. Sizes are root mean squares, so that layers of different widths and batches of different sizes can be
/// compared.
/// </summary>
/// <param name="Place">Where it stands, such as "layer 2", or "layer 2.0" inside another layer.</param>
/// <param name="Title">What it is called, such as "Affine 50→10".</param>
/// <param name="Output">The size of its outputs.</param>
/// <param name="OutputGradient">The size of the loss's gradient by its outputs: what the layers behind it send back, the signal that it learns from.</param>
/// <param name="DeadShare">
/// The share of its outputs that are exactly 0 for every sample of the batch, from 0 to 1: dead units of a rectifier, through which nothing
/// passes and nothing comes back. With few samples units that only rest look dead; a batch of a hundred tells them apart. Nothing for an affine layer and where an input is carried around, for which 0 is a value like others,
/// and for dropout, behind which units are dead that were dead before it.
/// </param>
/// <param name="SaturatedShare">
/// The share of its output values so close to a bound that the derivative is below a twentieth of its largest value, from 0 to 1; nothing
/// unless the layer is a sigmoid or a hyperbolic tangent.
/// </param>
/// <param name="Weights">The size of its parameters whose role is <see cref="ParameterRole.Weights"/>; nothing where it has none of its own.</param>
/// <param name="WeightGradient">The size of the loss's gradient by them, without penalties and before the optimiser.</param>
/// <param name="Update">The size of what the step adds to them.</param>
public sealed record LayerFigures(
    string Place,
    string Title,
    double Output,
    double OutputGradient,
    double? DeadShare,
    double? SaturatedShare,
    double? Weights,
    double? WeightGradient,
    double? Update)
{
    /// <summary>Where it stands, such as "layer 2", or "layer 2.0" inside another layer.</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>What it is called, such as "Affine 50→10".</summary>
    public string Title { get; init => field = Given.NotNull(value); } = Given.NotNull(Title);

    /// <summary>The update's size over that of the weights; nothing where there are no weights or all are 0.</summary>
    public double? UpdateRatio => Weights > 0 ? Update / Weights : null;
}
