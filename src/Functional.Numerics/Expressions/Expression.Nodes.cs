namespace Functional.Numerics.Expressions;

using System;

/// <content>The kinds of expressions.</content>
public abstract partial record Expression
{
    /// <summary>A number.</summary>
    public sealed record Constant : Expression
    {
        /// <summary>A number.</summary>
        /// <param name="value">The number, finite.</param>
        /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
        public Constant(double value)
            : base(HashCode.Combine(0, BitConverter.DoubleToInt64Bits(value))) => Value = double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A constant of an expression must be finite.");

        /// <summary>The number; in single precision its nearest neighbour counts.</summary>
        public double Value { get; }

        /// <inheritdoc/>
        public bool Equals(Constant? other) => AreEqual(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => hash;
    }

    /// <summary>A number that is known only where the expression is evaluated.</summary>
    public sealed record Variable : Expression
    {
        /// <summary>A variable.</summary>
        /// <param name="name">A letter or underscore, then letters, digits and underscores; no function's name.</param>
        /// <exception cref="ArgumentException">The name is not of that form.</exception>
        public Variable(string name)
            : base(HashCode.Combine(1, Given.NotNull(name))) => Name = FormulaNames.IsVariable(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' cannot be a variable's name, which is a letter or underscore with letters, digits and underscores behind it, and not {FormulaNames.Reserved}.", nameof(name));

        /// <summary>What it is called.</summary>
        public string Name { get; }

        /// <inheritdoc/>
        public bool Equals(Variable? other) => AreEqual(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => hash;
    }

    /// <summary>A function of one expression.</summary>
    public sealed record Unary : Expression
    {
        /// <summary>A function of an expression.</summary>
        /// <param name="function">The function.</param>
        /// <param name="operand">What it is applied to.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such function.</exception>
        public Unary(UnaryFunction function, Expression operand)
            : base(HashCode.Combine(2, function, Given.NotNull(operand).hash))
        {
            Function = Enum.IsDefined(function) ? function : throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such function of one number.");
            Operand = operand;
        }

        /// <summary>The function.</summary>
        public UnaryFunction Function { get; }

        /// <summary>What it is applied to.</summary>
        public Expression Operand { get; }

        /// <inheritdoc/>
        public bool Equals(Unary? other) => AreEqual(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => hash;
    }

    /// <summary>A function of two expressions.</summary>
    public sealed record Binary : Expression
    {
        /// <summary>A function of two expressions.</summary>
        /// <param name="function">The function.</param>
        /// <param name="left">What it is applied to first.</param>
        /// <param name="right">What it is applied to second.</param>
        /// <exception cref="ArgumentOutOfRangeException">There is no such function.</exception>
        public Binary(BinaryFunction function, Expression left, Expression right)
            : base(HashCode.Combine(3, function, Given.NotNull(left).hash, Given.NotNull(right).hash))
        {
            Function = Enum.IsDefined(function) ? function : throw new ArgumentOutOfRangeException(nameof(function), function, "There is no such function of two numbers.");
            Left = left;
            Right = right;
        }

        /// <summary>The function.</summary>
        public BinaryFunction Function { get; }

        /// <summary>What it is applied to first.</summary>
        public Expression Left { get; }

        /// <summary>What it is applied to second.</summary>
        public Expression Right { get; }

        /// <inheritdoc/>
        public bool Equals(Binary? other) => AreEqual(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => hash;
    }

    /// <summary>One of two expressions: the first where the condition is not 0 (NaN is not 0), otherwise the second. Its derivative is that of the one taken.</summary>
    public sealed record Choice : Expression
    {
        /// <summary>One of two expressions.</summary>
        /// <param name="condition">What decides.</param>
        /// <param name="whenTrue">Where the condition is not 0.</param>
        /// <param name="whenFalse">Where the condition is 0.</param>
        public Choice(Expression condition, Expression whenTrue, Expression whenFalse)
            : base(HashCode.Combine(4, Given.NotNull(condition).hash, Given.NotNull(whenTrue).hash, Given.NotNull(whenFalse).hash)) => (Condition, WhenTrue, WhenFalse) = (condition, whenTrue, whenFalse);

        /// <summary>What decides.</summary>
        public Expression Condition { get; }

        /// <summary>Where the condition is not 0.</summary>
        public Expression WhenTrue { get; }

        /// <summary>Where the condition is 0.</summary>
        public Expression WhenFalse { get; }

        /// <inheritdoc/>
        public bool Equals(Choice? other) => AreEqual(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => hash;
    }
}
