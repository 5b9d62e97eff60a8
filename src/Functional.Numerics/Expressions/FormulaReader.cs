namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Globalization;

/// <summary>Reads a formula without recursion: operators wait on a stack until what binds less comes (E. W. Dijkstra 1961).</summary>
internal sealed class FormulaReader(string text)
{
    private const string AnOperand = "a number, a name, a function, '-' or '('";
    private const string AnOperator = "an operator or the end";

    private readonly Dictionary<string, Expression> named = new(StringComparer.Ordinal);
    private readonly Stack<Expression> operands = [];
    private readonly Stack<Pending> pending = [];
    private int position;

    private enum Kind
    {
        Binary,
        Negation,
        Parenthesis,
        Call,
    }

    /// <summary>The expression, or the first fault.</summary>
    public ParsedFormula Read()
    {
        while (true)
        {
            var name = NameOfDefinition(out var fault);
            if (fault is null && Comparison(name is not null, out fault) is { } expression)
            {
                if (name is null)
                {
                    return new ParsedFormula.Success(expression);
                }

                named[name] = expression;
                continue;
            }

            return new ParsedFormula.Failure(fault!);
        }
    }

    /// <summary>What a following definition defines, taken with its equals sign; null where no definition follows.</summary>
    private string? NameOfDefinition(out FormulaFault? fault)
    {
        fault = null;
        var start = SkipBlanks();
        var name = Name();
        SkipBlanks();
        if (name.Length == 0 || Peek() != '=' || Peek(1) == '=')
        {
            position = start;
            return null;
        }

        if (FormulaNames.IsReserved(name))
        {
            fault = new(start + 1, $"'{name}'", "a name that no function has");
        }

        position++;
        return name;
    }

    /// <summary>Reads up to the end, or up to and with a semicolon where one must follow.</summary>
    private Expression? Comparison(bool untilSemicolon, out FormulaFault? fault)
    {
        operands.Clear();
        pending.Clear();
        while (true)
        {
            if ((fault = Operand()) is not null)
            {
                return null;
            }

            // Closing what was opened, until an operator or comma asks for the next operand.
            while (true)
            {
                SkipBlanks();
                if (Peek() != ')')
                {
                    break;
                }

                if ((fault = Close()) is not null)
                {
                    return null;
                }
            }

            if (IsEnd(untilSemicolon))
            {
                Reduce(-1);
                if (pending.TryPeek(out var open))
                {
                    fault = Fault(open.Kind == Kind.Call ? "an operator, ',' or ')'" : "an operator or ')'");
                    return null;
                }

                position += untilSemicolon ? 1 : 0;
                return operands.Pop();
            }

            if ((fault = Operator(untilSemicolon)) is not null)
            {
                return null;
            }
        }
    }

    private bool IsEnd(bool untilSemicolon) => untilSemicolon ? Peek() == ';' : position == text.Length;

    /// <summary>Reads signs, opening parentheses and functions up to and with a number or name.</summary>
    private FormulaFault? Operand()
    {
        while (true)
        {
            var start = SkipBlanks();
            var next = Peek();
            if (next == '(')
            {
                pending.Push(new(Kind.Parenthesis, default, null, 0, start));
                position++;
            }
            else if (next == '-')
            {
                position++;
                if (SignedNumber() is { } number)
                {
                    operands.Push(number);
                    return null;
                }

                pending.Push(new(Kind.Negation, default, null, 0, start));
            }
            else if (char.IsAsciiDigit(next))
            {
                return Number(out var fault) is { } value ? Take(value) : fault;
            }
            else if (FormulaNames.IsStart(next))
            {
                var name = Name();
                SkipBlanks();
                if (Peek() == '(')
                {
                    if (ArityOf(name) == 0)
                    {
                        position = start;
                        return new(start + 1, $"'{name}'", $"a function ({FormulaNames.Functions})");
                    }

                    position++;
                    pending.Push(new(Kind.Call, default, name, 1, start));
                }
                else
                {
                    return ArityOf(name) > 0
                        ? Fault($"'(' behind the function {name}")
                        : Take(name is FormulaNames.Pi ? Math.PI : named.TryGetValue(name, out var known) ? known : new Expression.Variable(name));
                }
            }
            else
            {
                return Fault(AnOperand);
            }
        }
    }

    private FormulaFault? Take(Expression operand)
    {
        operands.Push(operand);
        return null;
    }

    /// <summary>A number behind a minus, where no power follows it: then the minus is its sign.</summary>
    private Expression? SignedNumber()
    {
        var start = position;
        SkipBlanks();
        if (char.IsAsciiDigit(Peek()) && Number(out _) is { } number)
        {
            var end = position;
            SkipBlanks();
            if (Peek() != '^')
            {
                position = end;
                return -number.Value;
            }
        }

        position = start;
        return null;
    }

    private Expression.Constant? Number(out FormulaFault? fault)
    {
        fault = null;
        var start = position;
        Digits();
        if (Peek() == '.')
        {
            position++;
            if (!char.IsAsciiDigit(Peek()))
            {
                fault = Fault("a digit");
                return null;
            }

            Digits();
        }

        if (Peek() is 'e' or 'E')
        {
            position += Peek(1) is '+' or '-' ? 2 : 1;
            if (!char.IsAsciiDigit(Peek()))
            {
                fault = Fault("a digit of the exponent");
                return null;
            }

            Digits();
        }

        var value = double.Parse(text.AsSpan(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(value))
        {
            return new(value);
        }

        fault = new(start + 1, $"'{text[start..position]}'", "a number that double precision can hold");
        return null;
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Peek()))
        {
            position++;
        }
    }

    private FormulaFault? Close()
    {
        Reduce(-1);
        if (!pending.TryPop(out var open))
        {
            return Fault(AnOperator);
        }

        if (open.Kind == Kind.Call)
        {
            if (open.Arguments != ArityOf(open.Name!))
            {
                return Fault($"',' and an argument more of {open.Name}, which has {ArityOf(open.Name!)}");
            }

            operands.Push(Called(open.Name!));
        }

        position++;
        return null;
    }

    private Expression Called(string name)
    {
        var last = operands.Pop();
        if (FormulaNames.Unary.TryGetValue(name, out var unary))
        {
            return new Expression.Unary(unary, last);
        }

        var middle = operands.Pop();
        return FormulaNames.Binary.TryGetValue(name, out var binary)
            ? new Expression.Binary(binary, middle, last)
            : new Expression.Choice(operands.Pop(), middle, last);
    }

    /// <summary>Reads an operator or a comma.</summary>
    private FormulaFault? Operator(bool untilSemicolon)
    {
        var start = position;
        if (Peek() == ',')
        {
            Reduce(-1);
            if (!pending.TryPeek(out var call) || call.Kind != Kind.Call)
            {
                return Fault(pending.Count == 0 ? AnOperator : "an operator or ')'");
            }

            if (call.Arguments == ArityOf(call.Name!))
            {
                return Fault($"')': {call.Name} has {(call.Arguments == 1 ? "one argument" : $"{call.Arguments} arguments")}");
            }

            pending.Push(pending.Pop() with { Arguments = call.Arguments + 1 });
            position++;
            return null;
        }

        var (function, level, length, swap) = (Peek(), Peek(1)) switch
        {
            ('+', _) => (BinaryFunction.Add, 1, 1, false),
            ('-', _) => (BinaryFunction.Subtract, 1, 1, false),
            ('*', _) => (BinaryFunction.Multiply, 2, 1, false),
            ('/', _) => (BinaryFunction.Divide, 2, 1, false),
            ('^', _) => (BinaryFunction.Power, 4, 1, false),
            ('<', '=') => (BinaryFunction.LessOrEqual, 0, 2, false),
            ('<', _) => (BinaryFunction.Less, 0, 1, false),
            ('>', '=') => (BinaryFunction.LessOrEqual, 0, 2, true),
            ('>', _) => (BinaryFunction.Less, 0, 1, true),
            ('=', '=') => (BinaryFunction.Equal, 0, 2, false),
            _ => (default, -1, 0, false),
        };
        if (level < 0)
        {
            return Fault(pending.Count > 0 && HasOpen() ? "an operator, ',' or ')'" : untilSemicolon ? "an operator or ';'" : AnOperator);
        }

        // Powers wait for their right sides first.
        Reduce(function == BinaryFunction.Power ? level : level - 1);
        pending.Push(new(Kind.Binary, function, swap ? ">" : null, level, start));
        position += length;
        return null;
    }

    private bool HasOpen()
    {
        foreach (var each in pending)
        {
            if (each.Kind is Kind.Call or Kind.Parenthesis)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Applies what waits and binds more than a level, back to what was opened last.</summary>
    private void Reduce(int level)
    {
        while (pending.TryPeek(out var top) && top.Kind is Kind.Binary or Kind.Negation && (top.Kind == Kind.Negation ? 3 : top.Arguments) > level)
        {
            pending.Pop();
            var right = operands.Pop();
            if (top.Kind == Kind.Negation)
            {
                operands.Push(-right);
                continue;
            }

            var left = operands.Pop();
            operands.Push(top.Name is null ? new Expression.Binary(top.Function, left, right) : new Expression.Binary(top.Function, right, left));
        }
    }

    private static int ArityOf(string name) =>
        FormulaNames.Unary.ContainsKey(name) ? 1 : FormulaNames.Binary.ContainsKey(name) ? 2 : name is FormulaNames.Where ? 3 : 0;

    private string Name()
    {
        var start = position;
        if (FormulaNames.IsStart(Peek()))
        {
            while (FormulaNames.IsPart(Peek()))
            {
                position++;
            }
        }

        return text[start..position];
    }

    private int SkipBlanks()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>The next character; U+0000 behind the end.</summary>
    private char Peek(int ahead = 0) => position + ahead < text.Length ? text[position + ahead] : '\0';

    private FormulaFault Fault(string expected) => new(
        position + 1,
        position >= text.Length ? "the end" : $"'{(FormulaNames.IsStart(Peek()) ? Word() : text[position])}'",
        expected);

    private string Word()
    {
        var end = position;
        while (end < text.Length && FormulaNames.IsPart(text[end]))
        {
            end++;
        }

        return text[position..end];
    }

    /// <summary>An operator whose right side is read, or something opened. Arguments counts those of a call, and tells an operator's level.</summary>
    private readonly record struct Pending(Kind Kind, BinaryFunction Function, string? Name, int Arguments, int Position);
}
