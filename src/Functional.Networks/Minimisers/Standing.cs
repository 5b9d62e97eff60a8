namespace Functional.Networks;

/// <summary>Where a minimiser stands between two steps.</summary>
/// <param name="At">The point, at the beginning of the next line.</param>
/// <param name="Known">What has been learned of the function.</param>
/// <param name="HeightBefore">The value before the last step; infinite before the first.</param>
/// <param name="Iterations">The number of iterations done.</param>
/// <param name="Evaluations">How often the function has been evaluated.</param>
internal sealed record Standing<T>(Trial<T> At, Directions<T> Known, double HeightBefore, int Iterations, int Evaluations)
    where T : struct, IFloatingPointIeee754<T>;
