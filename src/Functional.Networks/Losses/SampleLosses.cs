namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>Each sample's loss and its gradient with respect to that sample's outputs, before any weights and reduction.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Values">One loss for each sample.</param>
/// <param name="Gradients">[outputs × samples]; column s is the gradient of sample s's own loss.</param>
public sealed record SampleLosses<T>(MathNet.Numerics.LinearAlgebra.Vector<T> Values, Matrix<T> Gradients)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>One loss for each sample.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Values { get; init => field = Given.NotNull(value); } = Given.NotNull(Values);

    /// <summary>[outputs × samples]; column s is the gradient of sample s's own loss.</summary>
    public Matrix<T> Gradients { get; init => field = Given.NotNull(value); } = Given.NotNull(Gradients);
}
