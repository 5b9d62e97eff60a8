namespace Functional.Experiments;

using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>The first weights of a network as pictures of its inputs, a unit each.</summary>
/// <param name="Tiles">The first units' weights.</param>
/// <param name="Units">How many units there are.</param>
internal sealed record FirstLayerPictures(Seq<Tile> Tiles, int Units)
{
    private const int Shown = 24;

    /// <summary>The pictures; none where inputs are no pictures, or no weights stand at them.</summary>
    /// <param name="model">The network.</param>
    public static Option<FirstLayerPictures> Of(Model model) => !SamplePicture.IsShown(model.Description.InputShape)
        ? Option<FirstLayerPictures>.None
        : model switch
        {
            Model<float> single => Of(single.Network, model.Description.InputShape),
            Model<double> dual => Of(dual.Network, model.Description.InputShape),
            _ => Option<FirstLayerPictures>.None,
        };

    private static Option<FirstLayerPictures> Of<T>(Layer<T> network, SampleShape shape)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var first = network.Parameters.Entries.Find(entry => entry.Role == ParameterRole.Weights).Filter(entry => entry.Values.ColumnCount == shape.Size);
        return first.Map(entry =>
        {
            var (units, numbers) = (entry.Values.RowCount, entry.Values.Numbers.ToArray());
            var tiles = Enumerable.Range(0, SamplePicture.AtMost(shape, System.Math.Min(Shown, units))).Select(unit => new Tile(
                string.Empty,
                shape.Dimensions[0],
                shape.Dimensions[1],
                Enumerable.Range(0, shape.Size).Select(input => double.CreateChecked(numbers[(input * units) + unit]))));
            return new FirstLayerPictures(tiles.ToArray().ToSeq().Strict(), units);
        });
    }
}
