namespace Functional.Cli.Examples;

using System.Linq;
using Functional.Numerics.Expressions;
using static Functional.Numerics.Expressions.Express;

/// <summary>The chain rule on a single unit: σ(w·x + b) taken apart into elementary functions, and its derivatives along each path.</summary>
internal static class ChainRule
{
    public static readonly Expression Unit = 1 / (1 + Exp(-((Variable("w") * Variable("x")) + Variable("b"))));

    /// <summary>Every part of the unit at x = 1, w = 0, b = 0.</summary>
    public static readonly Explanation<double> Parts = Unit.Explain(("x", 1.0), ("w", 0.0), ("b", 0.0));

    public static void Run(ExampleContext context)
    {
        context.Say($"A sigmoid unit is σ(w·x + b) = {Unit}. At x = 1, w = 0, b = 0 it is {Parts.Parts[^1].Value}.");
        context.Title("Forward: one elementary function after another");
        context.Table([new("part", 4, IsText: true), new("formula", 10, IsText: true), new("value", 6), new("derivative by its operands", 32, IsText: true)], Parts.Parts
            .Where(part => part.Expression is not Expression.Constant)
            .Select(part => Row.Of($"{part.Name}", $"{(part.Locals.Count == 0 ? "given" : part.Formula)}", $"{part.Value + 0}", $"{Locals(part)}")));

        context.Title("Backward: the derivative of the unit by each part, from the last one to the first");
        context.Table([new("part", 4, IsText: true), new("gradient", 8)], Parts.Parts
            .Where(part => part.Expression is not Expression.Constant)
            .Reverse()
            .Select(part => Row.Of($"{part.Name}", $"{part.Gradient}")));

        context.Title("Along a path the local derivatives are multiplied");
        foreach (var variable in new[] { "w", "x", "b" })
        {
            foreach (var path in Parts.Paths(variable))
            {
                context.Say($"{string.Join(" → ", path.Names)}");
                context.Formulas([$"∂v6/∂{variable} = {string.Join(" · ", path.Factors.Reverse().Select(factor => factor < 0 ? $"({factor})" : $"{factor}"))} = {path.Product + 0}"]);
            }
        }

        context.Title("The same by rules: the derivative as a formula");
        foreach (var variable in new[] { "w", "x", "b" })
        {
            context.Formulas([$"∂σ/∂{variable} = {Unit.Derivative(variable).Simplified()}"]);
        }

        var output = Variable("σ");
        context.Say($"As a function of its value the unit's slope is σ·(1 − σ) = {(output * (1 - output)).Evaluate(("σ", Parts.Parts[^1].Value))}, which is why 0.25 is the most that a sigmoid lets through.");
    }

    private static string Locals(ExplainedPart<double> part) => string.Join(", ", part.Locals
        .Where(local => Parts.Parts[local.Place].Expression is not Expression.Constant)
        .Select(local => System.FormattableString.Invariant($"∂{part.Name}/∂{local.Operand} = {local.Value}")));
}
