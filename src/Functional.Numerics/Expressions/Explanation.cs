namespace Functional.Numerics.Expressions;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;

/// <summary>An expression taken apart: every part in the order of evaluation, with values and derivatives.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed record Explanation<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly ImmutableArray<ExplainedPart<T>> parts;

    internal Explanation(ImmutableArray<ExplainedPart<T>> parts) => this.parts = parts;

    /// <summary>The parts; operands stand before what they are operands of, and the whole expression is the last.</summary>
    public IReadOnlyList<ExplainedPart<T>> Parts => parts;

    /// <summary>All ways from a variable to the whole expression, one after another: the sum of their products is the derivative. There may be very many.</summary>
    /// <param name="variable">The variable's name.</param>
    public IEnumerable<DerivativePath<T>> Paths(string variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        // Parts that lead to the variable, so that no step is taken in vain.
        var leads = new bool[parts.Length];
        for (var place = 0; place < parts.Length; place++)
        {
            leads[place] = (parts[place].Expression is Expression.Variable && string.Equals(parts[place].Name, variable, StringComparison.Ordinal))
                || parts[place].Locals.Any(local => leads[local.Place]);
        }

        var waiting = new Stack<(int Place, ImmutableStack<string> Names, ImmutableStack<T> Factors)>();
        if (leads[^1])
        {
            waiting.Push((parts.Length - 1, [parts[^1].Name], []));
        }

        while (waiting.TryPop(out var end))
        {
            if (parts[end.Place].Locals.Count == 0)
            {
                yield return new([.. end.Names], [.. end.Factors]);
            }

            foreach (var local in parts[end.Place].Locals.Reverse().Where(local => leads[local.Place]))
            {
                waiting.Push((local.Place, end.Names.Push(local.Operand), end.Factors.Push(local.Value)));
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(Explanation<T>? other) => other is not null && parts.SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override int GetHashCode() => parts.Length == 0 ? 0 : parts[^1].GetHashCode();

    /// <summary>A table with a line for each part that is no constant: name, formula, value, local derivatives, derivative of the whole by it.</summary>
    public override string ToString()
    {
        string[] heads = ["part", "formula", "value", "local derivatives", "gradient"];
        string[][] rows = [heads, .. parts.Where(part => part.Expression is not Expression.Constant).Select(part => new[]
        {
            part.Name,
            part.Locals.Count == 0 ? string.Empty : part.Formula,
            Text(part.Value),
            string.Join(", ", part.Locals.Distinct().Where(local => parts[local.Place].Expression is not Expression.Constant).Select(local => $"∂{part.Name}/∂{local.Operand} = {Text(local.Value)}")),
            Text(part.Gradient),
        })];
        var widths = heads.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row[0].PadRight(widths[0])}  {row[1].PadRight(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadRight(widths[3])}  {row[4].PadLeft(widths[4])}");
        }

        return text.ToString();
    }

    private static string Text(T number) => number.ToString(null, CultureInfo.InvariantCulture);
}
