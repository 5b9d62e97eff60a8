namespace Functional.Cli.Examples;

using System.Numerics;
using Functional.Networks;

/// <summary>One step of an example's training.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Number">The step's number, counted from 0.</param>
/// <param name="Batch">The samples it saw.</param>
/// <param name="Cost">The loss and the penalties together, before the update.</param>
/// <param name="Network">The network behind the update.</param>
internal sealed record LearningStep<T>(int Number, Batch<T> Batch, T Cost, Layer<T> Network)
    where T : struct, IFloatingPointIeee754<T>;
