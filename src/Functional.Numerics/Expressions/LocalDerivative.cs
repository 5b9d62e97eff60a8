namespace Functional.Numerics.Expressions;

using System.Numerics;

/// <summary>The derivative of a part by one of its operands.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Operand">What the operand is called in the explanation.</param>
/// <param name="Place">Where the operand stands in the explanation, counted from 0.</param>
/// <param name="Value">The derivative.</param>
public readonly record struct LocalDerivative<T>(string Operand, int Place, T Value)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>What the operand is called in the explanation.</summary>
    public string Operand { get; init => field = Given.NotNull(value); } = Given.NotNull(Operand);
}
