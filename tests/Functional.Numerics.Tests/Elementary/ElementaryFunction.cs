namespace Functional.Numerics.Tests.Elementary;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Tests.HighPrecision;
using MathNet.Numerics;

/// <summary>A function of the library with what it is measured by.</summary>
internal abstract class ElementaryFunction
{
    private static readonly double HalfLn2 = 0.5 * Math.Log(2.0);

    /// <summary>Multiples of eighths of a turn, where the reduction changes, and the double that comes closest to a multiple of a quarter turn.</summary>
    private static IReadOnlyList<double> Angles =>
    [
        Math.PI / 4.0, Math.PI / 2.0, 3.0 * Math.PI / 4.0, Math.PI, 1.5 * Math.PI, 2.0 * Math.PI, 100.0 * Math.PI, 12_345.0 * Math.PI / 2.0, 65_536.0,
        4_294_967_296.0, Math.PI * 2_000_000_000.0, 1.0e22, 6381956970095103.0 * Math.Pow(2.0, 797.0), 3.4e38, 1.7e308,
    ];

    private ElementaryFunction()
    {
    }

    public required string Name { get; init; }

    /// <summary>The function to more than a hundred bits; null where it is not a number. The argument is finite and not zero.</summary>
    public required Func<BigFloat, BigFloat?> Exact { get; init; }

    /// <summary>The function in double precision, accurate to a few units: good enough to measure single precision by.</summary>
    public required Func<double, double> Reference { get; init; }

    /// <summary>Arguments where the formula, the rounding or the range changes.</summary>
    public required IReadOnlyList<double> HardPlaces { get; init; }

    /// <summary>The function in the elements' arithmetic.</summary>
    public abstract void Map(ReadOnlySpan<float> x, Span<float> destination, Execution execution);

    /// <summary>The function in the elements' arithmetic.</summary>
    public abstract void Map(ReadOnlySpan<double> x, Span<double> destination, Execution execution);

    public static ElementaryFunction Exp { get; } = new Of<Exp<float>, Exp<double>>
    {
        Name = "exp",
        Exact = x => Exactly.Exp(x),
        Reference = Math.Exp,
        HardPlaces = [HalfLn2, -HalfLn2, 3.0 * HalfLn2, 88.7228, -87.3365, -103.972, 709.7827, -708.3964, -745.1332],
    };

    public static ElementaryFunction ExpM1 { get; } = new Of<ExpM1<float>, ExpM1<double>>
    {
        Name = "expm1",
        Exact = x => Exactly.ExpM1(x),
        Reference = ReferenceExpM1,
        HardPlaces = [HalfLn2, -HalfLn2, 3.0 * HalfLn2, -3.0 * HalfLn2, 88.7228, 709.7827, -17.3, -25.0, -37.0, -45.0, 17.3, 36.7],
    };

    public static ElementaryFunction Log { get; } = new Of<Log<float>, Log<double>>
    {
        Name = "log",
        Exact = x => x.Sign < 0 ? null : Exactly.Log(x),
        Reference = Math.Log,
        HardPlaces = [Math.Sqrt(0.5), Math.Sqrt(2.0), 0.5, 2.0, 1.1754944e-38, 2.2250738585072014e-308, 3.4e38, 1.79e308],
    };

    public static ElementaryFunction Log1P { get; } = new Of<Log1P<float>, Log1P<double>>
    {
        Name = "log1p",
        Exact = x => x <= -BigFloat.One ? null : Exactly.Log1P(x),
        Reference = ReferenceLog1P,
        HardPlaces = [Math.Sqrt(0.5) - 1.0, Math.Sqrt(2.0) - 1.0, -0.5, 0.6, 1.8284, -0.99999994, 1.7e7, 9.0e15, 3.4e38, 1.79e308],
    };

    public static ElementaryFunction Tanh { get; } = new Of<Tanh<float>, Tanh<double>>
    {
        Name = "tanh",
        Exact = x => Exactly.Tanh(x),
        Reference = Math.Tanh,
        HardPlaces = [HalfLn2 / 2.0, HalfLn2, 1.5 * HalfLn2, 0.55, 8.7, 9.01, 10.0, 18.7, 19.06, 20.0],
    };

    public static ElementaryFunction Sigmoid { get; } = new Of<Sigmoid<float>, Sigmoid<double>>
    {
        Name = "sigmoid",
        Exact = x => Exactly.Sigmoid(x),
        Reference = x => x >= 0.0 ? 1.0 / (1.0 + Math.Exp(-x)) : Math.Exp(x) / (1.0 + Math.Exp(x)),
        HardPlaces = [HalfLn2, -HalfLn2, 3.0 * HalfLn2, 16.6, 30.0, 36.7, 50.0, -16.6, -36.7, -87.3365, -103.972, -708.3964, -745.1332],
    };

    public static ElementaryFunction Softplus { get; } = new Of<Softplus<float>, Softplus<double>>
    {
        Name = "softplus",
        Exact = x => Exactly.Softplus(x),
        Reference = x => Math.Max(x, 0.0) + ReferenceLog1P(Math.Exp(-Math.Abs(x))),
        HardPlaces = [HalfLn2, -HalfLn2, -0.8813736, 0.8813736, 16.6, 36.7, -16.6, -36.7, -87.3365, -103.972, -708.3964, -745.1332],
    };

    public static ElementaryFunction Erf { get; } = new Of<Erf<float>, Erf<double>>
    {
        Name = "erf",
        Exact = x => Exactly.Erf(x),
        Reference = x => x == 0.0 ? x : SpecialFunctions.Erf(x),
        HardPlaces = [0.5, 0.99, 1.5, 3.8, 3.92, 4.0, 5.86, 5.92, 6.0],
    };

    public static ElementaryFunction Sin { get; } = new Of<Sin<float>, Sin<double>>
    {
        Name = "sin",
        Exact = x => Exactly.Sin(x),
        Reference = Math.Sin,
        HardPlaces = Angles,
    };

    public static ElementaryFunction Cos { get; } = new Of<Cos<float>, Cos<double>>
    {
        Name = "cos",
        Exact = x => Exactly.Cos(x),
        Reference = Math.Cos,
        HardPlaces = Angles,
    };

    public static IReadOnlyList<ElementaryFunction> All { get; } = [Exp, ExpM1, Log, Log1P, Tanh, Sigmoid, Softplus, Erf, Sin, Cos];

    public static Xunit.TheoryData<string> Names => [.. All.Select(function => function.Name)];

    /// <summary>The functions that never go down.</summary>
    public static Xunit.TheoryData<string> AscendingNames => [.. All.Where(function => function != Sin && function != Cos).Select(function => function.Name)];

    public static ElementaryFunction Named(string name) => All.First(function => string.Equals(function.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;

    /// <summary>Kahan's correction: (u − 1) · x / log(u) with u = e^x rounded.</summary>
    private static double ReferenceExpM1(double x)
    {
        var u = Math.Exp(x);
        return u == 1.0 || double.IsPositiveInfinity(u) ? u == 1.0 ? x : u : u - 1.0 == -1.0 ? -1.0 : (u - 1.0) * x / Math.Log(u);
    }

    /// <summary>Kahan's correction: log(u) · x / (u − 1) with u = 1 + x rounded.</summary>
    private static double ReferenceLog1P(double x)
    {
        var u = 1.0 + x;
        return u == 1.0 || double.IsPositiveInfinity(u) ? x : Math.Log(u) * x / (u - 1.0);
    }

    private sealed class Of<TSingle, TDouble> : ElementaryFunction
        where TSingle : struct, IUnaryOperation<float>
        where TDouble : struct, IUnaryOperation<double>
    {
        public override void Map(ReadOnlySpan<float> x, Span<float> destination, Execution execution) =>
            Elements.Map(default(TSingle), x, destination, execution);

        public override void Map(ReadOnlySpan<double> x, Span<double> destination, Execution execution) =>
            Elements.Map(default(TDouble), x, destination, execution);
    }
}
