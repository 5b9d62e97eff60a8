namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;

/// <summary>An expression's parts with their values: what forward and reverse mode, and explanations, start from.</summary>
internal sealed class Tape<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly EvaluationOrder order;
    private readonly T[] values;

    /// <summary>Whether a part depends on any variable: constants have no derivative to hand on.</summary>
    private readonly bool[] depends;

    private Tape(EvaluationOrder order, IReadOnlyDictionary<string, T> variables)
    {
        this.order = order;
        values = new T[order.Count];
        depends = new bool[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (expression, first, second, third) = order[place];
            values[place] = expression switch
            {
                Expression.Constant constant => T.CreateTruncating(constant.Value),
                Expression.Variable variable => variables[variable.Name],
                Expression.Unary unary => Functions.Of(unary.Function, values[first]),
                Expression.Binary binary => Functions.Of(binary.Function, values[first], values[second]),
                _ => values[first] == T.Zero ? values[third] : values[second],
            };
            depends[place] = expression is Expression.Variable
                || (first >= 0 && depends[first])
                || (second >= 0 && depends[second])
                || (third >= 0 && depends[third]);
        }
    }

    /// <summary>The expression's value.</summary>
    public T Value => values[^1];

    /// <summary>Evaluates an expression.</summary>
    /// <exception cref="ArgumentException">The values do not fit the variables.</exception>
    public static Tape<T> Of(Expression expression, ReadOnlySpan<(string Name, T Value)> given)
    {
        var parts = EvaluationOrder.Of(expression);
        return new(parts, Assignment.Of(parts.Variables, given));
    }

    /// <summary>The derivatives by all variables, by their names in ordinal order.</summary>
    public ImmutableSortedDictionary<string, T> Gradient()
    {
        var gradients = Gradients();
        return Enumerable.Range(0, order.Count)
            .Where(place => order[place].Expression is Expression.Variable)
            .ToImmutableSortedDictionary(place => ((Expression.Variable)order[place].Expression).Name, place => gradients[place], StringComparer.Ordinal);
    }

    /// <summary>The value with its derivative along a direction.</summary>
    public Dual<T> Along(ReadOnlySpan<(string Name, T Speed)> direction)
    {
        var slopes = new T[order.Count];
        var moves = new bool[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            if (order[place].Expression is Expression.Variable variable)
            {
                foreach (var (name, speed) in direction)
                {
                    if (string.Equals(name, variable.Name, StringComparison.Ordinal))
                    {
                        (slopes[place], moves[place]) = (speed, true);
                    }
                }

                continue;
            }

            foreach (var (operand, slope) in Locals(place))
            {
                if (moves[operand])
                {
                    (slopes[place], moves[place]) = (slopes[place] + (slope * slopes[operand]), true);
                }
            }
        }

        return new(Value, slopes[^1]);
    }

    /// <summary>Every part with what is known of it.</summary>
    public Explanation<T> Explain()
    {
        var gradients = Gradients();
        var names = new string[order.Count];
        var steps = 0;
        var parts = ImmutableArray.CreateBuilder<ExplainedPart<T>>(order.Count);
        for (var place = 0; place < order.Count; place++)
        {
            var (expression, first, second, third) = order[place];
            var isLeaf = first < 0;
            string NameOf(int operand) => operand < 0 ? string.Empty : names[operand];
            var formula = isLeaf ? FormulaWriter.Leaf(expression) : FormulaWriter.Step(expression, NameOf(first), NameOf(second), NameOf(third));
            names[place] = isLeaf ? formula : $"v{++steps}";
            var locals = AllLocals(place).Select(local => new LocalDerivative<T>(names[local.Operand], local.Operand, local.Slope)).ToImmutableArray();
            parts.Add(new(expression, names[place], formula, values[place], locals, gradients[place]));
        }

        return new(parts.MoveToImmutable());
    }

    /// <summary>The derivative of the whole by every part.</summary>
    private T[] Gradients()
    {
        var gradients = new T[order.Count];
        var reached = new bool[order.Count];
        gradients[^1] = T.One;
        reached[^1] = true;
        for (var place = order.Count - 1; place >= 0; place--)
        {
            if (!reached[place])
            {
                continue;
            }

            foreach (var (operand, slope) in Locals(place))
            {
                gradients[operand] += gradients[place] * slope;
                reached[operand] = true;
            }
        }

        return gradients;
    }

    /// <summary>The operands that a derivative is handed on to, with the derivative of the part by each.</summary>
    private IEnumerable<(int Operand, T Slope)> Locals(int place)
    {
        var selects = order[place].Expression is Expression.Choice || (order[place].Expression is Expression.Binary binary && Slopes.Selects(binary.Function));
        return AllLocals(place).Where(local => depends[local.Operand] && !(selects && local.Slope == T.Zero));
    }

    private IEnumerable<(int Operand, T Slope)> AllLocals(int place)
    {
        var (expression, first, second, third) = order[place];
        switch (expression)
        {
            case Expression.Unary unary:
                return [(first, Slopes.Of(unary.Function, values[first], values[place]))];
            case Expression.Binary binary:
                var (left, right) = Slopes.Of(binary.Function, values[first], values[second], values[place]);
                return [(first, left), (second, right)];
            case Expression.Choice:
                var isTrue = values[first] != T.Zero;
                return [(first, T.Zero), (second, isTrue ? T.One : T.Zero), (third, isTrue ? T.Zero : T.One)];
            default:
                return [];
        }
    }
}
