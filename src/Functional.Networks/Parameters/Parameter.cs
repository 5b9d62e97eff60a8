namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A named matrix of parameters, or of something in their shape: a gradient, an update, a moment.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Name">Its stable name, such as "0.weights": the layer's place in its chain, then the parameter's own name.</param>
/// <param name="Role">What it does in its layer.</param>
/// <param name="Values">Its numbers; a bias is a matrix of one column.</param>
public sealed record Parameter<T>(string Name, ParameterRole Role, Matrix<T> Values)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Its stable name, such as "0.weights": the layer's place in its chain, then the parameter's own name.</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>Its numbers; a bias is a matrix of one column.</summary>
    public Matrix<T> Values { get; init => field = Given.NotNull(value); } = Given.NotNull(Values);

    /// <summary>How many numbers it has.</summary>
    public int Count => Values.RowCount * Values.ColumnCount;
}
