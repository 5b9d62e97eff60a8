namespace Functional.Verification.Tests.Mutants;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Expressions;
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
        new("the derivative of a product taken for the product of the derivatives", IsProduct, back => back.WithInput(() => ProductOfDerivatives(back))),
        new("the derivative of the expression's derivative", IsExpression, back => back.WithInput(() => Elementwise(back, expression => expression.Derivative(NameIn(expression)).Derivative(NameIn(expression))))),
        new("the softmax's Jacobian taken as diagonal", layer => layer is Activated<double> { Activation: Softmax }, back => back.WithInput(() => WayBack.Change(back.Upstream, (row, column, value) => value * back.Output[row, column] * (1 - back.Output[row, column])))),
        new("the path around the residual block forgotten", IsResidual, back => back.WithInput(() => back.Right.Input - back.Upstream)),
        new("the path through the residual block forgotten", IsResidual, back => back.WithInput(() => back.Upstream)),
        new("the path around the residual block taken twice", IsResidual, back => back.WithInput(() => back.Right.Input + back.Upstream)),
        new("the path through the batch's mean forgotten", IsBatchNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: 0))),
        new("the path through the batch's variance forgotten", IsBatchNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofVariance: 0))),
        new("the batch's statistics taken for constants", IsBatchNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: 0, ofVariance: 0))),
        new("the batch's sums divided by one less", IsBatchNormalisation, DividedByOneLess),
        new("the running statistics on the way back", IsBatchNormalisation, back => back.WithInput(() => back.Layer.Forward(back.Input, Pass.Inference()).Pullback(back.Upstream).Input)),
        new("the scale's gradient by the input, not by the normalised one", IsNormalisation, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Scale ? RowSums(back.Upstream.PointwiseMultiply(back.Input)) : values)),
        new("the shift's gradient missing", layer => layer is BatchNormalisation<double> or LayerNormalisation<double>, back => back.WithParameters((entry, values) => entry.Role == ParameterRole.Bias ? Zeros(values) : values)),
        new("the scale forgotten on the way back", IsNormalisation, back => back.WithInput(() => WrongNormalisation.Unscaled(back).Of(back.Upstream).Input)),
        new("the layer normalised over its samples on the way back", IsLayerNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, over: WrongNormalisation.Direction.Samples))),
        new("the path through the features' mean forgotten", IsLayerNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: 0))),
        new("the path through the features' variance forgotten", IsLayerNormalisation, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofVariance: 0))),
        new("the path through the mean square forgotten", layer => layer is RmsNormalisation<double>, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: 0, ofVariance: 0))),
        new("the gradient's mean subtracted where no mean is", layer => layer is RmsNormalisation<double>, back => back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: 1))),
        new("the kept elements not scaled on the way back", IsDropout, back => back.WithInput(() => back.Right.Input * (1 - ((Dropout<double>)back.Layer).Rate))),
        new("another mask on the way back", IsDropout, back => back.WithAnotherKey()),
        new("the mask forgotten on the way back", IsDropout, back => back.WithInput(() => back.Upstream)),
        new("only the first sample in the slope's gradient", IsParametric, back => back.WithParameters(back.Of(WayBack.Change(back.Upstream, (_, sample, value) => sample == 0 ? value : 0)).Parameters)),
        new("the slope's gradient of positive inputs", IsParametric, back => back.WithParameters((_, _) => RowSums(back.Upstream.PointwiseMultiply(back.Input.PointwiseMaximum(0))))),
        new("the slope's gradient missing", IsParametric, back => back.WithParameters((_, values) => Zeros(values))),
        new("the slope forgotten on the way back", IsParametric, back => back.WithInput(() => back.Upstream)),
        new("the slope of another feature", IsParametric, back => back.WithInput(() => back.Layer.With(back.Layer.Parameters.Map((_, values) => WayBack.NextFeature(values))).Forward(back.Input, back.Pass).Pullback(back.Upstream).Input)),
        new("the gradient given to all pieces", IsMaxout, back => back.WithInput(() => WayBack.Change(back.Input, (row, column, _) => back.Upstream[row % back.Upstream.RowCount, column]))),
        new("the gradient given to the first piece", IsMaxout, back => back.WithInput(() => WayBack.Change(back.Input, (row, column, _) => row < back.Upstream.RowCount ? back.Upstream[row, column] : 0))),
        new("the gradient given to the smallest piece", IsMaxout, back => back.WithInput(() => back.At(-back.Input).Input)),
    ];

    /// <summary>The mistake of a name.</summary>
    public static Mutation Named(string name) => All.Single(mutation => string.Equals(mutation.Name, name, StringComparison.Ordinal));

    private static bool IsAffine(Layer<double> layer) => layer is Affine<double>;

    private static bool IsResidual(Layer<double> layer) => layer is Residual<double>;

    private static bool IsBent(Layer<double> layer) => layer is Activated<double> { Activation: not Identity };

    /// <summary>For rectified units the derivative at the output is the one at the input.</summary>
    private static bool HasCurvature(Layer<double> layer) => layer is Activated<double> { Activation: Sigmoid or Tanh or Softplus or Gelu or Silu or Elu };

    private static bool IsExpression(Layer<double> layer) => layer is Activated<double> { Activation: ExpressionActivation };

    private static bool IsProduct(Layer<double> layer) => layer is Activated<double>
    {
        Activation: ExpressionActivation { Expression: Expression.Binary { Function: BinaryFunction.Multiply, Left: not Expression.Constant, Right: not Expression.Constant } },
    };

    private static string NameIn(Expression expression) => expression.Variables is [var name] ? name : "x";

    private static Matrix<double> ProductOfDerivatives(WayBack back) => Elementwise(
        back, expression => ((Expression.Binary)expression).Left.Derivative(NameIn(expression)) * ((Expression.Binary)expression).Right.Derivative(NameIn(expression)));

    private static Matrix<double> Elementwise(WayBack back, Func<Expression, Expression> slopeOf)
    {
        var slope = slopeOf(((ExpressionActivation)((Activated<double>)back.Layer).Activation).Expression);
        return WayBack.Change(back.Upstream, (row, column, value) => value * slope.Evaluate([.. slope.Variables.Select(name => (name, back.Input[row, column]))]));
    }

    private static bool IsBatchNormalisation(Layer<double> layer) => layer is BatchNormalisation<double>;

    private static bool IsLayerNormalisation(Layer<double> layer) => layer is LayerNormalisation<double>;

    private static bool IsNormalisation(Layer<double> layer) => layer is BatchNormalisation<double> or LayerNormalisation<double> or RmsNormalisation<double>;

    /// <summary>With a rate at which it would hardly drop anything, a mistake could stay unseen.</summary>
    private static bool IsDropout(Layer<double> layer) => layer is Dropout<double> { Rate: > 0.1 };

    private static bool IsParametric(Layer<double> layer) => layer is ParametricRelu<double>;

    private static bool IsMaxout(Layer<double> layer) => layer is Maxout<double> { Pieces: > 1 };

    private static LayerGradient<double> DividedByOneLess(WayBack back)
    {
        var factor = back.Input.ColumnCount / Math.Max(1.0, back.Input.ColumnCount - 1);
        return back.WithInput(() => WrongNormalisation.InputGradient(back, ofMean: factor, ofVariance: factor));
    }

    private static Matrix<double> RowSums(Matrix<double> values) => values.RowSums().ToColumnMatrix();

    private static Matrix<double> Zeros(Matrix<double> values) => WayBack.Change(values, (_, _, _) => 0);

    private static Matrix<double> LaidOutTransposed(Matrix<double> values) => Dense.Matrix(values.RowCount, values.ColumnCount, values.Transpose().ToColumnMajorArray());

    private static LayerGradient<double> NotTransposed(WayBack back) => back.WithInput(() => ((Affine<double>)back.Layer).Weights * back.Upstream);
}
