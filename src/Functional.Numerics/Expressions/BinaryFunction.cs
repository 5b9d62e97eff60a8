namespace Functional.Numerics.Expressions;

/// <summary>A function of two numbers that expressions are made of.</summary>
public enum BinaryFunction
{
    /// <summary><c>x + y</c>.</summary>
    Add = 0,

    /// <summary><c>x − y</c>.</summary>
    Subtract = 1,

    /// <summary><c>x · y</c>.</summary>
    Multiply = 2,

    /// <summary><c>x / y</c>.</summary>
    Divide = 3,

    /// <summary><c>xʸ</c>.</summary>
    Power = 4,

    /// <summary>The larger number; of equal ones the first, and each has half of the derivative. NaN where either is.</summary>
    Max = 5,

    /// <summary>The smaller number; of equal ones the first, and each has half of the derivative. NaN where either is.</summary>
    Min = 6,

    /// <summary>1 where <c>x &lt; y</c>, otherwise 0; its derivative is 0.</summary>
    Less = 7,

    /// <summary>1 where <c>x ≤ y</c>, otherwise 0; its derivative is 0.</summary>
    LessOrEqual = 8,

    /// <summary>1 where <c>x = y</c>, otherwise 0; its derivative is 0.</summary>
    Equal = 9,
}
