namespace Functional.Networks;

using System.Linq;
using LanguageExt;

/// <summary>
/// Leaves out steps whose gradient or objective is not finite: the parameters and the state of the transformation inside stay as they are, and the step is
/// counted. Without it training ends there, as a value that names the place.
/// </summary>
/// <remarks>
/// It judges the gradient as it gets it, so it belongs around a whole optimiser or in front of a chain; behind another transformation, training ends before it
/// can judge. What the transformation inside makes non-finite ends training as ever. Number 0 is the count of the steps left out; part 0 is the state of the
/// transformation inside. No update is −0, which leaves every number's bits as they are.
/// </remarks>
/// <param name="Transformation">What becomes of finite gradients.</param>
public sealed record SkipNonFinite(GradientTransformation Transformation) : GradientTransformation
{
    /// <summary>What becomes of finite gradients.</summary>
    public GradientTransformation Transformation { get; init => field = Given.NotNull(value); } = Given.NotNull(Transformation);

    /// <summary>How many steps were left out.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="optimiser">The optimiser.</param>
    /// <param name="state">Its state.</param>
    /// <returns>The number; 0, too, where the optimiser never leaves one out.</returns>
    /// <exception cref="System.ArgumentException">The state belongs to another optimiser.</exception>
    public static long CountIn<T>(GradientTransformation optimiser, TransformationState<T> state)
        where T : struct, IFloatingPointIeee754<T> =>
        Given.NotNull(optimiser).Unfold(Given.NotNull(state)).Where(pair => pair.Transformation is SkipNonFinite).Sum(pair => (long)pair.State.Numbers[0]);

    internal override Seq<GradientTransformation> Inner => Prelude.Seq1(Transformation);

    internal override Seq<double> StartNumbers => Prelude.Seq1(0.0);

    internal override bool AcceptsNonFinite => true;

    internal override void RequireNames(Seq<string> names) => Transformation.RequireNames(names);

    internal override void Write<T>(UpdatePlan<T> plan, MomentStore<T> state)
    {
        var isFinite = plan.Finiteness();
        plan.When(isFinite, () => Transformation.WriteAll(plan, state.Parts[0]));
        plan.When(() => !isFinite(), () =>
        {
            plan.Sweep(block => block.Update.Fill(T.NegativeZero));
            plan.AtEnd(() => state.Numbers[0]++);
        });
    }
}
