namespace Functional.Numerics.Expressions;

/// <summary>A function of one number that expressions are made of.</summary>
public enum UnaryFunction
{
    /// <summary><c>−x</c>.</summary>
    Negate = 0,

    /// <summary><c>eˣ</c>.</summary>
    Exp = 1,

    /// <summary><c>ln x</c>; NaN below 0.</summary>
    Log = 2,

    /// <summary><c>√x</c>; NaN below 0.</summary>
    Sqrt = 3,

    /// <summary><c>sin x</c>, in radians.</summary>
    Sin = 4,

    /// <summary><c>cos x</c>, in radians.</summary>
    Cos = 5,

    /// <summary><c>tanh x</c>.</summary>
    Tanh = 6,

    /// <summary><c>1 / (1 + e⁻ˣ)</c>.</summary>
    Sigmoid = 7,

    /// <summary><c>ln(1 + eˣ)</c>.</summary>
    Softplus = 8,

    /// <summary>The error function, <c>2/√π ∫₀ˣ e^(−t²) dt</c>.</summary>
    Erf = 9,

    /// <summary><c>|x|</c>; its derivative at the kink is 0.</summary>
    Abs = 10,
}
