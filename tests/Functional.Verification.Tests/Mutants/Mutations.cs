namespace Functional.Verification.Tests.Mutants;

using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>The mistakes that people make in backward passes.</summary>
public static class Mutations
{
    /// <summary>No mistake: the wrapper alone.</summary>
    public static Mutation None { get; } = new("nothing wrong", _ => true, back => back.Right);

    /// <summary>All mistakes.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("the sign of the parameters' gradient flipped", IsAffine, back => back.WithParameters((_, values) => -values)),
        new("the sign of the inputs' gradient flipped", IsAffine, back => back.WithInput(() => -back.Right.Input)),
        new("the weights' gradient laid out transposed", IsAffine, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Weights ? LaidOutTransposed(values) : values)),
        new("the weights not transposed on the way back", layer => layer is Affine<double> { Weights: var weights } && weights.RowCount == weights.ColumnCount, NotTransposed),
        new("the bias's gradient missing", IsAffine, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Bias ? Zeros(values) : values)),
        new("the weights' gradient missing", IsAffine, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Weights ? Zeros(values) : values)),
        new("a factor 1/m too many in the parameters' gradient", IsAffine, back => back.WithParameters((_, values) => values / back.Input.ColumnCount)),
        new("a factor 1/m missing in the parameters' gradient", IsAffine, back => back.WithParameters((_, values) => values * back.Input.ColumnCount)),
        new("a factor 1/m too many in the inputs' gradient", IsAffine, back => back.WithInput(() => back.Right.Input / back.Input.ColumnCount)),
        new("the mean over the batch in the bias's gradient, not the sum", IsAffine, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Bias ? values / back.Input.ColumnCount : values)),
        new("only the first sample in the parameters' gradient", IsAffine, back => back.WithParameters(back.Of(WayBack.Change(back.Upstream, (_, sample, value) => sample == 0 ? value : 0)).Parameters)),
        new("the last sample missing in the parameters' gradient", IsAffine, back => back.WithParameters(back.Of(WayBack.Change(back.Upstream, (_, sample, value) => sample == back.Upstream.ColumnCount - 1 ? 0 : value)).Parameters)),
        new("a stale input in the weights' gradient", IsAffine, back => back.WithParameters(back.At(WayBack.NextSample(back.Input)).Parameters)),
        new("the samples of the upstream gradient in another order", IsAffine, back => back.Of(WayBack.NextSample(back.Upstream))),
        new("the parameters' gradient a millionth too large", IsAffine, back => back.WithParameters((_, values) => values * (1 + 1e-6))),
        new("the inputs' gradient a millionth too large", IsAffine, back => back.WithInput(() => back.Right.Input * (1 + 1e-6))),
        new("the activation's derivative forgotten", IsBent, back => back.WithInput(() => back.Upstream)),
        new("the activation's derivative taken twice", IsBent, back => back.WithInput(() => back.Of(back.Right.Input).Input)),
        new("the activation's mask off by one sample", IsBent, back => back.WithInput(() => back.At(WayBack.NextSample(back.Input)).Input)),
        new("the activation's mask off by one feature", IsBent, back => back.WithInput(() => back.At(WayBack.NextFeature(back.Input)).Input)),
        new("the activation's derivative taken at the output", HasCurvature, back => back.WithInput(() => back.At(back.Output).Input)),
        new("the sign of the activation's derivative flipped", IsBent, back => back.WithInput(() => -back.Right.Input)),
        new("the softmax's Jacobian taken as diagonal", layer => layer is Activated<double> { Activation: Softmax }, back => back.WithInput(() => WayBack.Change(back.Upstream, (row, column, value) => value * back.Output[row, column] * (1 - back.Output[row, column])))),
        new("the path around the residual block forgotten", IsResidual, back => back.WithInput(() => back.Right.Input - back.Upstream)),
        new("the path through the residual block forgotten", IsResidual, back => back.WithInput(() => back.Upstream)),
        new("the path around the residual block taken twice", IsResidual, back => back.WithInput(() => back.Right.Input + back.Upstream)),
    ];

    /// <summary>The mistake of a name.</summary>
    public static Mutation Named(string name) => All.Single(mutation => string.Equals(mutation.Name, name, System.StringComparison.Ordinal));

    private static bool IsAffine(Layer<double> layer) => layer is Affine<double>;

    private static bool IsResidual(Layer<double> layer) => layer is Residual<double>;

    private static bool IsBent(Layer<double> layer) => layer is Activated<double> { Activation: not Identity };

    /// <summary>For rectified units the derivative at the output is the one at the input.</summary>
    private static bool HasCurvature(Layer<double> layer) => layer is Activated<double> { Activation: Sigmoid or Tanh or Softplus or Gelu or Silu or Elu };

    private static Matrix<double> Zeros(Matrix<double> values) => WayBack.Change(values, (_, _, _) => 0);

    private static Matrix<double> LaidOutTransposed(Matrix<double> values) => Dense.Matrix(values.RowCount, values.ColumnCount, values.Transpose().ToColumnMajorArray());

    private static LayerGradient<double> NotTransposed(WayBack back) => back.WithInput(() => ((Affine<double>)back.Layer).Weights * back.Upstream);
}
