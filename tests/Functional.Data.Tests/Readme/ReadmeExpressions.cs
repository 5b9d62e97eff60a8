namespace Functional.Data.Tests.Readme;

using System;
using Functional.Networks;
using static Functional.Numerics.Expressions.Express;

/// <summary>The README's expressions, compiled: what stands between the marks is what stands there.</summary>
internal static class ReadmeExpressions
{
    public static void Run()
    {
        // <readme>
        var (w, x, b) = (Variable("w"), Variable("x"), Variable("b"));
        var f = 1 / (1 + Exp(-(w * x + b)));
        Console.WriteLine(f);
        Console.WriteLine(f.Derivative("b").Simplified());
        Console.WriteLine(f.Gradient(("w", 0.0), ("x", 1.0), ("b", 0.0)).Gradient["w"]);
        Console.Write(f.Explain(("w", 0.0), ("x", 1.0), ("b", 0.0)));

        var architecture = Build.Chain(Build.Affine(50), Build.Expressed("x * sigmoid(1.702 * x)"), Build.Affine(10));
        var loss = new ExpressionLoss("sqrt(1 + (output - target)^2) - 1", Reduction.MeanOverElements);
        Console.WriteLine(new Training(loss, Optimisers.Adam(0.001)).Objective.Loss.Title);
        // </readme>
        _ = architecture;
    }
}
