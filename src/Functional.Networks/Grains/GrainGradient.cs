namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>What came back of one grain through a stretch of a network.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Input">∂L/∂input, [features × samples].</param>
/// <param name="Parameters">∂L/∂parameters of the stretch, summed over the grain's samples.</param>
internal sealed record GrainGradient<T>(Matrix<T> Input, Parameters<T> Parameters)
    where T : struct, IFloatingPointIeee754<T>;
