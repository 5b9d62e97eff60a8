namespace Functional.Networks;

using System;
using System.Numerics;
using System.Runtime.InteropServices;
using Functional.Numerics.Elementwise.Operations;
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

    /// <summary>Writes down a step that multiplies by the scale, and judges the objective's average at the end of each period.</summary>
    /// <param name="plan">Takes the step.</param>
    /// <param name="state">Holds the record's numbers.</param>
    /// <param name="name">The transformation, for a fault.</param>
    /// <param name="period">How many steps are averaged.</param>
    /// <param name="judge">From the record and a period's average to the next record.</param>
    public static void Write<T>(UpdatePlan<T> plan, MomentStore<T> state, string name, int period, Func<ObjectiveRecord, double, ObjectiveRecord> judge)
        where T : struct, IFloatingPointIeee754<T>
    {
        var scale = plan.Once(() => new Scale<T>(T.CreateChecked(state.Numbers[0])));
        var next = plan.Once(() =>
        {
            var record = Of(state.Numbers);
            var sum = record.Sum + plan.RequireObjective(name);
            return (state.Steps + 1) % period == 0 ? judge(record, sum / period) : record with { Sum = sum };
        });
        plan.Scale(scale);
        plan.AtEnd(() => next.Value.WriteTo(state.Numbers));
    }
}
