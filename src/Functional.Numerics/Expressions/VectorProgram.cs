namespace Functional.Numerics.Expressions;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>An expression of one or two variables as a list of operations on vectors, for many elements at once.</summary>
/// <remarks>
/// The elements are taken in blocks that stay in the innermost cache; every operation runs over a block before the next one begins. An element's
/// bits are those of <see cref="Expression.Evaluate{T}"/>, whatever the width and wherever blocks end (of NaN sign and payload may differ). Parts without
/// variables are computed once; squares and cubes are products. Running allocates nothing once the shared pool has an array of the size.
/// </remarks>
internal sealed class VectorProgram
{
    /// <summary>The elements of a block: some ten of them at 2 KB fit into an innermost cache.</summary>
    private const int BlockLength = 256;

    private const int Result = -1;
    private const int FirstVariable = -2;
    private const int SecondVariable = -3;

    private readonly Instruction[] instructions;
    private readonly double[] constants;
    private readonly float[] singleConstants;
    private readonly int registers;

    private VectorProgram(Expression expression, string first, string second)
    {
        var order = EvaluationOrder.Of(expression);
        var steps = new List<Instruction>();
        var lastUses = LastUses(order);
        var places = new int[order.Count];
        var fixedParts = new List<(double Double, float Single)>();
        var (doubles, singles) = (Fixed<double>(order), Fixed<float>(order));
        for (var place = 0; place < order.Count; place++)
        {
            if (doubles[place] is { } constant)
            {
                places[place] = fixedParts.Count;
                if (lastUses[place] > place || place == order.Count - 1)
                {
                    fixedParts.Add((constant, singles[place]!.Value));
                }
            }
        }

        // Registers behind those of the constants are given out again after their last use.
        var free = new Stack<int>();
        var used = fixedParts.Count;
        for (var place = 0; place < order.Count; place++)
        {
            if (doubles[place] is not null)
            {
                continue;
            }

            if (order[place].Expression is Expression.Variable variable)
            {
                places[place] = string.Equals(variable.Name, first, StringComparison.Ordinal) ? FirstVariable
                    : string.Equals(variable.Name, second, StringComparison.Ordinal) ? SecondVariable
                    : throw new ArgumentException($"The expression has a variable {variable.Name}, where there are {first} and {second}.", nameof(expression));
                continue;
            }

            places[place] = place == order.Count - 1 ? Result : free.TryPop(out var register) ? register : used++;
            var operands = new[] { order[place].First, order[place].Second, order[place].Third };
            steps.Add(Of(order, place, operands.Select(operand => operand < 0 ? 0 : places[operand]).ToArray(), places[place], doubles));
            foreach (var operand in operands.Where(operand => operand >= 0 && lastUses[operand] == place && doubles[operand] is null).Distinct())
            {
                if (places[operand] >= 0)
                {
                    free.Push(places[operand]);
                }
            }
        }

        if (steps.Count == 0)
        {
            steps.Add(new(Operation.Copy, 0, places[^1], 0, 0, Result));
        }

        instructions = [.. steps];
        constants = [.. fixedParts.Select(part => part.Double)];
        singleConstants = [.. fixedParts.Select(part => part.Single)];
        registers = used;
    }

    private enum Operation
    {
        Unary,
        Binary,
        Choice,
        Square,
        Cube,
        Copy,
    }

    /// <summary>A program.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="first">The name of the first variable.</param>
    /// <param name="second">The name of the second variable; nothing where there is none.</param>
    /// <exception cref="ArgumentException">The expression has another variable.</exception>
    public static VectorProgram Of(Expression expression, string first, string second = "") => new(expression, first, second);

    /// <summary>Writes the expression's values.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="x">The first variable's values.</param>
    /// <param name="y">The second variable's values, as many; anything where the expression has none.</param>
    /// <param name="destination">Takes the values, as many; may be <paramref name="x"/> or <paramref name="y"/>.</param>
    /// <param name="execution">How to compute.</param>
    public void Run<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> destination, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        var length = Math.Min(BlockLength, destination.Length);
        var rented = ArrayPool<T>.Shared.Rent(Math.Max(1, registers * length));
        var room = rented.AsSpan();
        for (var constant = 0; constant < constants.Length; constant++)
        {
            room.Slice(constant * length, length).Fill(Constant<T>(constant));
        }

        for (var from = 0; from < destination.Length; from += length)
        {
            var count = Math.Min(length, destination.Length - from);
            foreach (var instruction in instructions)
            {
                var target = instruction.Target == Result ? destination.Slice(from, count) : room.Slice(instruction.Target * length, count);
                var first = Operand(instruction.First, x, y, room, from, length, count);
                switch (instruction.Operation)
                {
                    case Operation.Unary:
                        Apply((UnaryFunction)instruction.Function, first, target, execution);
                        break;
                    case Operation.Binary:
                        Apply((BinaryFunction)instruction.Function, first, Operand(instruction.Second, x, y, room, from, length, count), target, execution);
                        break;
                    case Operation.Choice:
                        Elements.Map(
                            default(Choose<T>), first, Operand(instruction.Second, x, y, room, from, length, count), Operand(instruction.Third, x, y, room, from, length, count), target, execution);
                        break;
                    case Operation.Square:
                        Elements.Map(default(Multiply<T>), first, first, target, execution);
                        break;
                    case Operation.Cube:
                        Elements.Map(default(Cube<T>), first, target, execution);
                        break;
                    default:
                        first.CopyTo(target);
                        break;
                }
            }
        }

        ArrayPool<T>.Shared.Return(rented);
    }

    private static ReadOnlySpan<T> Operand<T>(int place, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> room, int from, int length, int count) => place switch
    {
        FirstVariable => x.Slice(from, count),
        SecondVariable => y.Slice(from, count),
        _ => room.Slice(place * length, count),
    };

    private static void Apply<T>(UnaryFunction function, ReadOnlySpan<T> x, Span<T> target, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        switch (function)
        {
            case UnaryFunction.Negate: Elements.Map(default(Negate<T>), x, target, execution); break;
            case UnaryFunction.Exp: Elements.Map(default(Exp<T>), x, target, execution); break;
            case UnaryFunction.Log: Elements.Map(default(Log<T>), x, target, execution); break;
            case UnaryFunction.Sqrt: Elements.Map(default(SquareRoot<T>), x, target, execution); break;
            case UnaryFunction.Sin: Elements.Map(default(Sin<T>), x, target, execution); break;
            case UnaryFunction.Cos: Elements.Map(default(Cos<T>), x, target, execution); break;
            case UnaryFunction.Tanh: Elements.Map(default(Tanh<T>), x, target, execution); break;
            case UnaryFunction.Sigmoid: Elements.Map(default(Sigmoid<T>), x, target, execution); break;
            case UnaryFunction.Softplus: Elements.Map(default(Softplus<T>), x, target, execution); break;
            case UnaryFunction.Erf: Elements.Map(default(Erf<T>), x, target, execution); break;
            default: Elements.Map(default(Magnitude<T>), x, target, execution); break;
        }
    }

    private static void Apply<T>(BinaryFunction function, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> target, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        switch (function)
        {
            case BinaryFunction.Add: Elements.Map(default(Add<T>), x, y, target, execution); break;
            case BinaryFunction.Subtract: Elements.Map(default(Subtract<T>), x, y, target, execution); break;
            case BinaryFunction.Multiply: Elements.Map(default(Multiply<T>), x, y, target, execution); break;
            case BinaryFunction.Divide: Elements.Map(default(Divide<T>), x, y, target, execution); break;
            case BinaryFunction.Power: Elements.Map(default(Power<T>), x, y, target, execution); break;
            case BinaryFunction.Max: Elements.Map(default(Larger<T>), x, y, target, execution); break;
            case BinaryFunction.Min: Elements.Map(default(Smaller<T>), x, y, target, execution); break;
            case BinaryFunction.Less: Elements.Map(default(IsLess<T>), x, y, target, execution); break;
            case BinaryFunction.LessOrEqual: Elements.Map(default(IsLessOrEqual<T>), x, y, target, execution); break;
            default: Elements.Map(default(IsEqual<T>), x, y, target, execution); break;
        }
    }

    private static Instruction Of(EvaluationOrder order, int place, int[] operands, int target, double?[] constants)
    {
        var part = order[place];
        return part.Expression switch
        {
            Expression.Unary unary => new(Operation.Unary, (int)unary.Function, operands[0], 0, 0, target),
            Expression.Binary { Function: BinaryFunction.Power } when constants[part.Second] is 2 => new(Operation.Square, 0, operands[0], 0, 0, target),
            Expression.Binary { Function: BinaryFunction.Power } when constants[part.Second] is 3 => new(Operation.Cube, 0, operands[0], 0, 0, target),
            Expression.Binary binary => new(Operation.Binary, (int)binary.Function, operands[0], operands[1], 0, target),
            _ => new(Operation.Choice, 0, operands[0], operands[1], operands[2], target),
        };
    }

    /// <summary>The values of parts without variables, computed in the elements' arithmetic.</summary>
    private static T?[] Fixed<T>(EvaluationOrder order)
        where T : struct, IFloatingPointIeee754<T>
    {
        var values = new T?[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (part, first, second, third) = order[place];
            values[place] = part switch
            {
                Expression.Constant constant => T.CreateTruncating(constant.Value),
                Expression.Unary unary when values[first] is { } x => Functions.Of(unary.Function, x),
                Expression.Binary binary when values[first] is { } x && values[second] is { } y => Functions.Of(binary.Function, x, y),
                Expression.Choice when values[first] is { } x && values[second] is { } y && values[third] is { } z => x == T.Zero ? z : y,
                _ => null,
            };
        }

        return values;
    }

    /// <summary>The last part that each one is an operand of, where that part is not constant; the part itself where there is none.</summary>
    private static int[] LastUses(EvaluationOrder order)
    {
        var uses = Enumerable.Range(0, order.Count).ToArray();
        var depends = new bool[order.Count];
        for (var place = 0; place < order.Count; place++)
        {
            var (expression, first, second, third) = order[place];
            var operands = new[] { first, second, third }.Where(operand => operand >= 0).ToArray();
            depends[place] = expression is Expression.Variable || operands.Any(operand => depends[operand]);
            foreach (var operand in operands.Where(_ => depends[place]))
            {
                uses[operand] = place;
            }
        }

        return uses;
    }

    private T Constant<T>(int index)
        where T : struct, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(singleConstants[index])
            : Unsafe.BitCast<double, T>(constants[index]);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Instruction(Operation Operation, int Function, int First, int Second, int Third, int Target);
}
