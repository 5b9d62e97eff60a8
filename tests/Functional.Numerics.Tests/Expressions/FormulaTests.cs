namespace Functional.Numerics.Tests.Expressions;

using System;
using System.Linq;
using Functional.Numerics.Expressions;
using Xunit;
using static Functional.Numerics.Expressions.Express;

public sealed class FormulaTests
{
    private static readonly Expression X = Variable("x");

    [Theory]
    [InlineData("x", "x")]
    [InlineData("((x))", "x")]
    [InlineData("-x^2", "-x^2")]
    [InlineData("(-x)^2", "(-x)^2")]
    [InlineData("-2^2", "-2^2")]
    [InlineData("(-2)^2", "(-2)^2")]
    [InlineData("2^-3", "2^-3")]
    [InlineData("2^3^2", "2^3^2")]
    [InlineData("(2^3)^2", "(2^3)^2")]
    [InlineData("x - -3", "x - -3")]
    [InlineData("x--3", "x - -3")]
    [InlineData("-(3)", "-(3)")]
    [InlineData("-3 * x", "-3 * x")]
    [InlineData("-(3 * x)", "-(3 * x)")]
    [InlineData("-x * y", "-x * y")]
    [InlineData("--x", "--x")]
    [InlineData("2^-x*y", "2^-x * y")]
    [InlineData("2^(-x*y)", "2^(-x * y)")]
    [InlineData("a-(b-c)-d", "a - (b - c) - d")]
    [InlineData("a-(b+c)", "a - (b + c)")]
    [InlineData("(a-b)+c", "a - b + c")]
    [InlineData("a/(b*c)/d", "a / (b * c) / d")]
    [InlineData("(a*b)/c", "a * b / c")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("x>0", "0 < x")]
    [InlineData("x>=0", "0 <= x")]
    [InlineData("x==0", "x == 0")]
    [InlineData("(x<1)*x", "(x < 1) * x")]
    [InlineData("x<(y<z)", "x < (y < z)")]
    [InlineData("(x<y)<z", "x < y < z")]
    [InlineData("max( x ,min(y,0) )", "max(x, min(y, 0))")]
    [InlineData("where(x > 0, x, exp(x) - 1)", "where(0 < x, x, exp(x) - 1)")]
    [InlineData("1e-5 + 1.5E+20 + 0.1 + 1e5", "1e-05 + 1.5e+20 + 0.1 + 100000")]
    [InlineData("2 * pi", "2 * 3.141592653589793")]
    [InlineData("t = x * x; u = t + 1; u * u - t", "(x * x + 1) * (x * x + 1) - x * x")]
    [InlineData("σ_1 * x2", "σ_1 * x2")]
    [InlineData("\n softplus ( x )\t", "softplus(x)")]
    [InlineData("-0", "-0")]
    public void What_is_read_is_written_with_the_fewest_parentheses(string text, string expected)
    {
        var expression = Formula.Of(text);
        Assert.Equal(expected, Formula.Write(expression));
        Assert.Equal(expression, Formula.Of(expected));
    }

    [Theory]
    [InlineData("", 1, "the end", "a number, a name, a function, '-' or '('")]
    [InlineData("x +", 4, "the end", "a number, a name, a function, '-' or '('")]
    [InlineData("x + * y", 5, "'*'", "a number, a name, a function, '-' or '('")]
    [InlineData("x y", 3, "'y'", "an operator or the end")]
    [InlineData("2x", 2, "'x'", "an operator or the end")]
    [InlineData("(x", 3, "the end", "an operator or ')'")]
    [InlineData("x)", 2, "')'", "an operator or the end")]
    [InlineData("exp x", 5, "'x'", "'(' behind the function exp")]
    [InlineData("exp", 4, "the end", "'(' behind the function exp")]
    [InlineData("x * sigmod(x)", 5, "'sigmod'", "a function (exp, log, sqrt, sin, cos, tanh, sigmoid, softplus, erf, abs, max, min, where)")]
    [InlineData("max(x)", 6, "')'", "',' and an argument more of max, which has 2")]
    [InlineData("exp(x, y)", 6, "','", "')': exp has one argument")]
    [InlineData("max(x, y", 9, "the end", "an operator, ',' or ')'")]
    [InlineData("x, y", 2, "','", "an operator or the end")]
    [InlineData("(x, y)", 3, "','", "an operator or ')'")]
    [InlineData("1.", 3, "the end", "a digit")]
    [InlineData("1e", 3, "the end", "a digit of the exponent")]
    [InlineData("1e400", 1, "'1e400'", "a number that double precision can hold")]
    [InlineData("-1e400", 2, "'1e400'", "a number that double precision can hold")]
    [InlineData("x = 1", 6, "the end", "an operator or ';'")]
    [InlineData("exp = 1; x", 1, "'exp'", "a name that no function has")]
    [InlineData("x # y", 3, "'#'", "an operator or the end")]
    [InlineData("x = y", 6, "the end", "an operator or ';'")]
    [InlineData("()", 2, "')'", "a number, a name, a function, '-' or '('")]
    [InlineData("1,5", 2, "','", "an operator or the end")]
    public void A_fault_tells_where_it_is_what_is_there_and_what_would_be_right(string text, int position, string found, string expected)
    {
        var fault = Formula.Parse(text).Match<FormulaFault?>(_ => null, fault => fault);
        Assert.Equal(new FormulaFault(position, found, expected), fault);
        Assert.Contains($"At character {position} of the formula stands {found}, where {expected} is expected.", Assert.Throws<ArgumentException>(() => Formula.Of(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var commas = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            System.Globalization.CultureInfo.CurrentCulture = commas;
            Assert.Equal("0.5 * x", (0.5 * X).ToString());
            Assert.Equal(0.5 * X, Formula.Of("0.5 * x"));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Deep_parentheses_are_no_danger() =>
        Assert.Equal(X, Formula.Of(new string('(', 100_000) + "x" + new string(')', 100_000)));

    [Fact]
    public void Names_given_to_parts_avoid_those_of_variables()
    {
        var (chain, t1) = (X, Variable("t1"));
        for (var i = 0; i < 20; i++)
        {
            chain = (chain * chain) + t1;
        }

        Assert.StartsWith("t2 = x * x + t1; t3 = t2 * t2 + t1; ", chain.ToString(), StringComparison.Ordinal);
        Assert.Equal(chain, Formula.Of(chain.ToString()));
    }

    [Fact]
    public void Random_text_gives_an_expression_or_a_fault()
    {
        var random = new Random(31);
        const string Alphabet = "x1.e+-*/^()<>=,; maxexpwhere\u0000é_";
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            Formula.Parse(text).Match(
                expression =>
                {
                    Assert.Equal(expression, Formula.Of(expression.ToString()));
                    return true;
                },
                fault =>
                {
                    Assert.InRange(fault.Position, 1, text.Length + 1);
                    return false;
                });
        }
    }
}
