namespace Functional.Numerics.Expressions;

using System.Numerics;

/// <summary>A value with its derivative along a direction (W. K. Clifford 1873).</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Slope">How fast it changes.</param>
public readonly record struct Dual<T>(T Value, T Slope)
    where T : struct, IFloatingPointIeee754<T>;
