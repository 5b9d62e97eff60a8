namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

/// <summary>Writes expressions as text, without recursion.</summary>
internal static class FormulaWriter
{
    /// <summary>How many parts a formula may have, written out, before those that occur several times are named.</summary>
    private const double LongestUnnamed = 10_000;

    private const int Comparison = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Sign = 3;
    private const int PowerLevel = 4;
    private const int Primary = 5;

    /// <summary>The text of an expression.</summary>
    public static string Write(Expression expression)
    {
        var order = EvaluationOrder.Of(expression);
        var names = new string?[order.Count];
        var text = new StringBuilder();
        if (WrittenOut(order) > LongestUnnamed)
        {
            foreach (var (place, name) in Named(order))
            {
                text.Append(name).Append(" = ");
                Write(text, order, place, names);
                text.Append("; ");
                names[place] = name;
            }
        }

        Write(text, order, order.Count - 1, names);
        return text.ToString();
    }

    /// <summary>A constant or variable.</summary>
    public static string Leaf(Expression expression) => expression switch
    {
        Expression.Constant constant => constant.Value.ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant(),
        Expression.Variable variable => variable.Name,
        _ => throw new ArgumentException("Only constants and variables have no operands.", nameof(expression)),
    };

    /// <summary>A single step of an evaluation with names for its operands.</summary>
    public static string Step(Expression expression, string first, string second, string third) => expression switch
    {
        Expression.Unary { Function: UnaryFunction.Negate } => first.StartsWith('-') ? $"-({first})" : $"-{first}",
        Expression.Unary unary => $"{FormulaNames.Of(unary.Function)}({first})",
        Expression.Binary binary when SignOf(binary.Function) is { } sign => binary.Function == BinaryFunction.Power
            ? $"{(first.StartsWith('-') ? $"({first})" : first)}{sign}{second}"
            : $"{first}{sign}{second}",
        Expression.Binary binary => $"{FormulaNames.Of(binary.Function)}({first}, {second})",
        _ => $"{FormulaNames.Where}({first}, {second}, {third})",
    };

    /// <summary>How many parts there are where every occurrence is written out.</summary>
    private static double WrittenOut(EvaluationOrder order)
    {
        var sizes = new double[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (_, first, second, third) = order[place];
            sizes[place] = 1 + SizeOf(first) + SizeOf(second) + SizeOf(third);
        }

        return sizes[^1];

        double SizeOf(int operand) => operand < 0 ? 0 : sizes[operand];
    }

    /// <summary>Parts with operands that are operands more than once, with names that no variable has.</summary>
    private static IEnumerable<(int Place, string Name)> Named(EvaluationOrder order)
    {
        var uses = new int[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (_, first, second, third) = order[place];
            foreach (var operand in new[] { first, second, third }.Where(operand => operand >= 0))
            {
                uses[operand]++;
            }
        }

        var taken = order.Variables.ToHashSet(StringComparer.Ordinal);
        var number = 0;
        for (var place = 0; place < order.Count; place++)
        {
            if (uses[place] > 1 && order[place].First >= 0)
            {
                do
                {
                    number++;
                }
                while (taken.Contains($"t{number}"));

                yield return (place, $"t{number}");
            }
        }
    }

    private static void Write(StringBuilder text, EvaluationOrder order, int root, string?[] names)
    {
        var waiting = new Stack<Piece>();
        waiting.Push(new(null, root, Comparison));
        while (waiting.TryPop(out var piece))
        {
            if (piece.Text is { } own)
            {
                text.Append(own);
                continue;
            }

            if (names[piece.Place] is { } name)
            {
                text.Append(name);
                continue;
            }

            var (expression, first, second, third) = order[piece.Place];
            if (LevelOf(expression) < piece.Level)
            {
                text.Append('(');
                waiting.Push(new(")", 0, 0));
            }

            switch (expression)
            {
                case Expression.Unary { Function: UnaryFunction.Negate }:
                    // A minus right before a number would be its sign.
                    text.Append('-');
                    waiting.Push(new(null, first, order[first].Expression is Expression.Constant constant && !double.IsNegative(constant.Value) ? Primary + 1 : Sign));
                    break;
                case Expression.Unary unary:
                    Call(FormulaNames.Of(unary.Function), [first]);
                    break;
                case Expression.Binary binary when SignOf(binary.Function) is { } sign:
                    var (left, right) = Operands(binary.Function);
                    waiting.Push(new(null, second, right));
                    waiting.Push(new(sign, 0, 0));
                    waiting.Push(new(null, first, left));
                    break;
                case Expression.Binary binary:
                    Call(FormulaNames.Of(binary.Function), [first, second]);
                    break;
                case Expression.Choice:
                    Call(FormulaNames.Where, [first, second, third]);
                    break;
                default:
                    text.Append(Leaf(expression));
                    break;
            }
        }

        void Call(string function, int[] arguments)
        {
            text.Append(function).Append('(');
            waiting.Push(new(")", 0, 0));
            for (var argument = arguments.Length - 1; argument >= 0; argument--)
            {
                waiting.Push(new(null, arguments[argument], Comparison));
                if (argument > 0)
                {
                    waiting.Push(new(", ", 0, 0));
                }
            }
        }
    }

    private static int LevelOf(Expression expression) => expression switch
    {
        Expression.Constant constant => double.IsNegative(constant.Value) ? Sign : Primary,
        Expression.Unary { Function: UnaryFunction.Negate } => Sign,
        Expression.Binary binary => binary.Function switch
        {
            BinaryFunction.Add or BinaryFunction.Subtract => Sum,
            BinaryFunction.Multiply or BinaryFunction.Divide => Product,
            BinaryFunction.Power => PowerLevel,
            BinaryFunction.Less or BinaryFunction.LessOrEqual or BinaryFunction.Equal => Comparison,
            _ => Primary,
        },
        _ => Primary,
    };

    /// <summary>The levels that the operands must have at least.</summary>
    private static (int Left, int Right) Operands(BinaryFunction function) => function switch
    {
        BinaryFunction.Add or BinaryFunction.Subtract => (Sum, Product),
        BinaryFunction.Multiply or BinaryFunction.Divide => (Product, Sign),
        BinaryFunction.Power => (Primary, Sign),
        _ => (Comparison, Sum),
    };

    private static string? SignOf(BinaryFunction function) => function switch
    {
        BinaryFunction.Add => " + ",
        BinaryFunction.Subtract => " - ",
        BinaryFunction.Multiply => " * ",
        BinaryFunction.Divide => " / ",
        BinaryFunction.Power => "^",
        BinaryFunction.Less => " < ",
        BinaryFunction.LessOrEqual => " <= ",
        BinaryFunction.Equal => " == ",
        _ => null,
    };

    /// <summary>Text, or a part with the level that it must have to stand without parentheses.</summary>
    private readonly record struct Piece(string? Text, int Place, int Level);
}
