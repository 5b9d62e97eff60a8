namespace Functional.Networks;

using System.Runtime.InteropServices;

/// <summary>What one step measured, on its batch and before the update.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Step">The step's number, counted from 0.</param>
/// <param name="Objective">The loss and the penalties together.</param>
/// <param name="Loss">The loss alone.</param>
/// <param name="Correct">How many of the batch's samples had their largest output at their class.</param>
/// <param name="Samples">The number of samples in the batch.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Measurement<T>(long Step, T Objective, T Loss, int Correct, int Samples)
    where T : struct, IFloatingPointIeee754<T>;
