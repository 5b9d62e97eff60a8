namespace Functional.Networks;

using MathNet.Numerics.LinearAlgebra;

/// <summary>A point on the line that a line search goes along. Lengths and slopes along it are held in double precision.</summary>
/// <param name="Length">How far from the line's beginning, in multiples of the direction.</param>
/// <param name="Point">The point.</param>
/// <param name="At">The function there.</param>
/// <param name="Slope">The derivative along the line: the inner product of gradient and direction.</param>
internal sealed record Trial<T>(double Length, Vector<T> Point, FunctionValue<T> At, double Slope)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The function's value.</summary>
    public double Height { get; } = double.CreateChecked(At.Value);

    /// <summary>Whether value and slope are finite; a gradient that is not finite leaves no finite slope.</summary>
    public bool IsFinite => double.IsFinite(Height) && double.IsFinite(Slope);
}
