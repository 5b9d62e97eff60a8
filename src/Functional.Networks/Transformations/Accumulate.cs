namespace Functional.Networks;

using System;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using LanguageExt;

/// <summary>
/// Gathers gradients over several steps and gives their mean to another transformation in the last of them; in the steps before, the parameters stay as they are.
/// </summary>
/// <remarks>
/// For losses that are means over samples, <c>count</c> batches of one size are then worth one batch of <c>count</c> times the size. The transformation inside counts
/// only the steps in which it works; one that looks at the objective sees that of the last batch. Moment 0 is the sum of the gradients so far; part 0 is the
/// state of the transformation inside. No update is −0, which leaves every number's bits as they are.
/// </remarks>
public sealed record Accumulate : GradientTransformation
{
    /// <summary>Gathers gradients.</summary>
    /// <param name="count">Over how many steps, at least 1.</param>
    /// <param name="transformation">What becomes of their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1.</exception>
    public Accumulate(int count, GradientTransformation transformation)
    {
        ArgumentNullException.ThrowIfNull(transformation);
        Count = count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "Gradients are gathered over at least 1 step.");
        Transformation = transformation;
    }

    /// <summary>Over how many steps gradients are gathered.</summary>
    public int Count { get; }

    /// <summary>What becomes of their mean.</summary>
    public GradientTransformation Transformation { get; }

    internal override Seq<GradientTransformation> Inner => Prelude.Seq1(Transformation);

    internal override int MomentCount => 1;

    internal override void RequireNames(Seq<string> names) => Transformation.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var sum = state.Moments[0];
        var mean = new DividedBy<T>(T.CreateChecked(Count));
        plan.Sweep(block => Elements.Map(default(Add<T>), block.Of(sum), block.Update, block.Of(sum), block.Execution), sum);
        plan.When(() => !IsLast(state.Steps), () => plan.Sweep(block => block.Update.Fill(T.NegativeZero)));
        plan.When(() => IsLast(state.Steps), () =>
        {
            plan.Sweep(
                block =>
                {
                    Elements.Map(mean, block.Of(sum), block.Update, block.Execution);
                    block.Of(sum).Clear();
                },
                sum);
            Transformation.WriteAll(plan, state.Parts[0]);
        });
    }

    private bool IsLast(long steps) => (steps + 1) % Count == 0;
}
