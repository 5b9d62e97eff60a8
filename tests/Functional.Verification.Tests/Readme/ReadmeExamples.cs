namespace Functional.Verification.Tests.Readme;

using System;
using Functional.Networks;
using Functional.Verification;
using MathNet.Numerics;

/// <summary>The README's examples of proofs, compiled: what stands between the marks is what stands there.</summary>
internal static class ReadmeExamples
{
    public static void Right()
    {
        // <right>
        double Phi(double x) => 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));
        double Density(double x) => 0.3989422804014327 * Math.Exp(-x * x / 2);
        var gelu = CustomLayer<double>.Elementwise("my GELU", x => x * Phi(x), x => Phi(x) + (x * Density(x)));
        Verify.Layer(gelu, new() { IsSmooth = true });
        // </right>
    }

    public static void Wrong()
    {
        // <wrong>
        double Phi(double x) => 0.5 * (1 + SpecialFunctions.Erf(x / Math.Sqrt(2)));
        double Density(double x) => 0.3990 * Math.Exp(-x * x / 2);
        var gelu = CustomLayer<double>.Elementwise("my GELU", x => x * Phi(x), x => Phi(x) + (x * Density(x)));
        Verify.Layer(gelu, new() { IsSmooth = true });
        // </wrong>
    }
}
