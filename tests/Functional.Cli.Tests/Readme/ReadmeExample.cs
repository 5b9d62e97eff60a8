namespace Functional.Cli.Tests.Readme;

using System;
using Functional.Experiments;

/// <summary>The README's example of a saved network in a program, compiled: what stands between the marks is what stands there.</summary>
internal static class ReadmeExample
{
    public static void Run(double[] sample)
    {
        // <readme>
        var model = Model.Load("digits.safetensors");
        Console.WriteLine(model.Predict(sample));
        // </readme>
    }
}
