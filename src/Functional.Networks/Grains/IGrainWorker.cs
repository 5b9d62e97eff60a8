namespace Functional.Networks;

using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Carries grains of a step's batch through stretches of a network and back: in this process, or in another one.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IGrainWorker<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Begins a step.</summary>
    /// <param name="parameters">The network's parameters as they stand.</param>
    /// <param name="key">The step's key.</param>
    void Begin(Parameters<T> parameters, RandomKey key);

    /// <summary>Carries grains through a stretch of the network.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="grains">The grains' numbers in the batch.</param>
    /// <param name="inputs">Each grain's inputs, [features × samples].</param>
    /// <returns>Each grain's outputs, [features × samples].</returns>
    Matrix<T>[] Forward(Stretch stretch, int[] grains, Matrix<T>[] inputs);

    /// <summary>Carries the gradients of grains back through a stretch that they were carried through in the same step.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="grains">The grains' numbers in the batch.</param>
    /// <param name="outputGradients">Each grain's ∂L/∂output, [features × samples].</param>
    /// <returns>Each grain's ∂L/∂input and ∂L/∂parameters of the stretch, summed over the grain's samples.</returns>
    GrainGradient<T>[] Backward(Stretch stretch, int[] grains, Matrix<T>[] outputGradients);
}
