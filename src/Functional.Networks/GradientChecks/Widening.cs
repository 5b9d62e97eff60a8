namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Numbers of single precision as the same numbers of double precision.</summary>
internal static class Widening
{
    public static Matrix<double> Of(Matrix<float> values) =>
        Dense.Matrix(values.RowCount, values.ColumnCount, Array.ConvertAll(values.Numbers.ToArray(), number => (double)number));

    public static Parameters<double> Of(Parameters<float> parameters) =>
        new(parameters.Entries.Map(entry => new Parameter<double>(entry.Name, entry.Role, Of(entry.Values))).Strict());

    /// <summary>Targets as columns, with their weights where they have some.</summary>
    public static Targets<double> Of(Targets<float> targets, int outputs)
    {
        var values = new ValueTargets<double>(Of(targets.ToColumns(outputs)));
        return targets.IsWeighted
            ? values.Weighted(Dense.Vector([.. Enumerable.Range(0, targets.Count).Select(sample => (double)targets.WeightOf(sample))]))
            : values;
    }
}
