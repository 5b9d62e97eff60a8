namespace Functional.Benchmarks.Products;

/// <summary>A vector register, for loops that use nothing else.</summary>
internal interface IRegister<TSelf>
    where TSelf : struct, IRegister<TSelf>
{
    /// <summary>How many numbers it holds.</summary>
    static abstract int Count { get; }

    /// <summary>A register full of one number.</summary>
    static abstract TSelf Filled(double value);

    /// <summary>left·right + sum, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf sum);

    /// <summary>The sum of two registers, number by number.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Its first number.</summary>
    double First { get; }
}
