namespace Functional.Numerics.Expressions;

using System;

/// <summary>Expressions as text and back, without loss: reading what was written gives an equal expression.</summary>
/// <remarks>
/// <code>
/// formula    = { name "=" comparison ";" } comparison
/// comparison = sum { ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" ) sum }
/// sum        = product { ( "+" | "-" ) product }
/// product    = sign { ( "*" | "/" ) sign }
/// sign       = "-" sign | power
/// power      = primary [ "^" sign ]
/// primary    = number | name | function "(" comparison { "," comparison } ")" | "(" comparison ")"
/// number     = digits [ "." digits ] [ "e" [ "+" | "-" ] digits ]
/// </code>
/// <para>Operators of one level are applied from left to right, powers from right to left: <c>-x^2</c> is <c>-(x^2)</c>, <c>2^3^2</c> is <c>2^(3^2)</c>. A minus right
/// before a number that has no power is the number's sign. <c>a &gt; b</c> is read as <c>b &lt; a</c>. Blanks may stand anywhere between, nowhere else.</para>
/// <para>The functions are exp, log, sqrt, sin, cos, tanh, sigmoid, softplus, erf, abs of one argument, max and min of two, and
/// <c>where(condition, then, otherwise)</c>; <c>pi</c> is the double nearest to π. Every other name is a variable, or a part that was named before, as in
/// <c>t = x * x; t + t^2</c>.</para>
/// <para>Numbers are written with the fewest digits that give them back, with a point whatever the culture, and parentheses stand only where they
/// are needed. A formula that would be longer than 10,000 parts names those that occur several times (t1, t2, …) before it uses them.</para>
/// </remarks>
public static class Formula
{
    /// <summary>The text of an expression.</summary>
    /// <param name="expression">The expression.</param>
    public static string Write(Expression expression) => FormulaWriter.Write(Given.NotNull(expression));

    /// <summary>The expression of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The expression, or the first thing that is wrong.</returns>
    public static ParsedFormula Parse(string text) => new FormulaReader(Given.NotNull(text)).Read();

    /// <summary>The expression of a text that is known to be a formula.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">The text is no formula.</exception>
    public static Expression Of(string text) => Parse(text).Match(
        expression => expression, fault => throw new ArgumentException($"'{text}' is no formula. {fault.Message}", nameof(text)));
}
