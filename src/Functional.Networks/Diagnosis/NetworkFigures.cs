namespace Functional.Networks;

using LanguageExt;

/// <summary>What all layers of a network did in one step.</summary>
/// <param name="Step">The step's number, counted from 0.</param>
/// <param name="Loss">The batch's loss before the update.</param>
/// <param name="Layers">The layers in the order in which they are applied; a residual block stands behind the layers inside it.</param>
public sealed record NetworkFigures(long Step, double Loss, Seq<LayerFigures> Layers)
{
    /// <summary>The layers in the order in which they are applied; a residual block stands behind the layers inside it.</summary>
    public Seq<LayerFigures> Layers { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Layers);
}
