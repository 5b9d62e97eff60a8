namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>The different parts of expressions in an order in which each stands behind its operands. Equal parts stand there once.</summary>
/// <remarks>It is found without recursion, and whatever goes through an expression goes through this list.</remarks>
internal sealed class EvaluationOrder
{
    private readonly List<Part> parts = [];
    private readonly Dictionary<Expression, int> places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Key, int> known = [];

    private EvaluationOrder()
    {
    }

    /// <summary>The number of different parts.</summary>
    public int Count => parts.Count;

    /// <summary>The names of the variables, in ordinal order.</summary>
    public string[] Variables => [.. parts.Select(part => part.Expression).OfType<Expression.Variable>().Select(variable => variable.Name).Order(StringComparer.Ordinal)];

    /// <summary>Whether a part has kinks or jumps.</summary>
    public bool HasKinks => parts.Exists(part => part.Expression is Expression.Choice
        or Expression.Unary { Function: UnaryFunction.Abs }
        or Expression.Binary { Function: BinaryFunction.Max or BinaryFunction.Min or BinaryFunction.Less or BinaryFunction.LessOrEqual or BinaryFunction.Equal });

    /// <summary>A part; its operands have lower numbers.</summary>
    public Part this[int place] => parts[place];

    /// <summary>The parts of one expression, itself last.</summary>
    public static EvaluationOrder Of(Expression expression)
    {
        var order = new EvaluationOrder();
        order.Add(expression);
        return order;
    }

    /// <summary>Whether two expressions are made in the same way of equal parts.</summary>
    public static bool AreEqual(Expression left, Expression right)
    {
        var order = Of(left);
        return order.Add(right) == order.Add(left);
    }

    /// <summary>Appends the parts that are not there yet, and tells where the expression stands.</summary>
    public int Add(Expression root)
    {
        var waiting = new Stack<Expression>();
        waiting.Push(root);
        while (waiting.TryPeek(out var expression))
        {
            if (places.ContainsKey(expression))
            {
                waiting.Pop();
                continue;
            }

            var before = waiting.Count;
            switch (expression)
            {
                case Expression.Unary unary:
                    Await(waiting, unary.Operand);
                    break;
                case Expression.Binary binary:
                    Await(waiting, binary.Right);
                    Await(waiting, binary.Left);
                    break;
                case Expression.Choice choice:
                    Await(waiting, choice.WhenFalse);
                    Await(waiting, choice.WhenTrue);
                    Await(waiting, choice.Condition);
                    break;
            }

            if (waiting.Count == before)
            {
                waiting.Pop();
                places.Add(expression, Place(expression));
            }
        }

        return places[root];
    }

    private void Await(Stack<Expression> waiting, Expression operand)
    {
        if (!places.ContainsKey(operand))
        {
            waiting.Push(operand);
        }
    }

    private int Place(Expression expression)
    {
        var part = expression switch
        {
            Expression.Unary unary => new Part(expression, places[unary.Operand], -1, -1),
            Expression.Binary binary => new Part(expression, places[binary.Left], places[binary.Right], -1),
            Expression.Choice choice => new Part(expression, places[choice.Condition], places[choice.WhenTrue], places[choice.WhenFalse]),
            _ => new Part(expression, -1, -1, -1),
        };
        var key = expression switch
        {
            Expression.Constant constant => new Key(0, 0, BitConverter.DoubleToInt64Bits(constant.Value), -1, -1, null),
            Expression.Variable variable => new Key(1, 0, 0, -1, -1, variable.Name),
            Expression.Unary unary => new Key(2, (int)unary.Function, part.First, -1, -1, null),
            Expression.Binary binary => new Key(3, (int)binary.Function, part.First, part.Second, -1, null),
            _ => new Key(4, 0, part.First, part.Second, part.Third, null),
        };
        if (known.TryGetValue(key, out var place))
        {
            return place;
        }

        known.Add(key, parts.Count);
        parts.Add(part);
        return parts.Count - 1;
    }

    /// <summary>A part and where its operands stand; −1 where there is none.</summary>
    public readonly record struct Part(Expression Expression, int First, int Second, int Third);

    private readonly record struct Key(int Kind, int Function, long First, int Second, int Third, string? Name);
}
