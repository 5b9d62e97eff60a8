namespace Functional.Networks;

using System;
using System.Runtime.InteropServices;
using LanguageExt;

/// <summary>What a transformation that looks at the objective remembers of it.</summary>
/// <param name="Scale">What updates are multiplied by.</param>
/// <param name="Best">The best average; +∞ before the first.</param>
/// <param name="Bad">How many bad averages there were in a row.</param>
/// <param name="Sum">The sum of the values in the period so far.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ObjectiveRecord(double Scale, double Best, double Bad, double Sum)
{
    /// <summary>Before the first step.</summary>
    public static ObjectiveRecord Start => new(1, double.PositiveInfinity, 0, 0);

    /// <summary>As a state's numbers.</summary>
    public Seq<double> Numbers => Prelude.Seq(Scale, Best, Bad, Sum);

    /// <summary>From a state's numbers.</summary>
    public static ObjectiveRecord Of(ReadOnlySpan<double> numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3]);

    /// <summary>Writes over a state's numbers.</summary>
    public void WriteTo(Span<double> numbers) => (numbers[0], numbers[1], numbers[2], numbers[3]) = (Scale, Best, Bad, Sum);
}
