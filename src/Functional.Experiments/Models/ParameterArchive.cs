namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;

/// <summary>A model's parameters and statistics as an archive of NumPy arrays, under their names here: "0.weights" of shape [outputs, inputs], "0.bias" of shape [outputs].</summary>
public static class ParameterArchive
{
    /// <summary>Saves the arrays; an existing file is replaced, whole or not at all.</summary>
    /// <param name="path">The .npz file.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or why it cannot be written.</returns>
    public static Either<DataFault, Unit> Save(string path, Model model) => NpzFile.Write(path, Of(model));

    /// <summary>The arrays with their names, parameters before statistics.</summary>
    /// <param name="model">The model.</param>
    public static Seq<(string Name, NpyArray Array)> Of(Model model) => Given.NotNull(model) switch
    {
        Model<float> single => Of(single.Network),
        Model<double> dual => Of(dual.Network),
        _ => throw new ArgumentException($"A model of {model.GetType().Name} cannot be written.", nameof(model)),
    };

    private static Seq<(string Name, NpyArray Array)> Of<T>(Layer<T> network)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (network.Parameters.Entries + network.Statistics.Entries).Map(entry => (entry.Name, ArrayOf(entry))).Strict();

    private static NpyArray ArrayOf<T>(Parameter<T> entry)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (rows, columns) = (entry.Values.RowCount, entry.Values.ColumnCount);
        var numbers = entry.Values.Numbers.ToArray();
        return NpyArray.Of(
            [.. Enumerable.Range(0, rows * columns).Select(i => numbers[(i % columns * rows) + (i / columns)])],
            entry.Role == ParameterRole.Weights ? [rows, columns] : [rows]);
    }
}
