namespace Functional.Experiments;

using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;

/// <summary>Which numbers are right: one definition for the check, for the words of a fault and for the schema.</summary>
/// <param name="AtLeast">The smallest number; none where there is no such bound.</param>
/// <param name="Above">What numbers must be larger than; none where there is no such bound.</param>
/// <param name="AtMost">The largest number; none where there is no such bound.</param>
/// <param name="Below">What numbers must be smaller than; none where there is no such bound.</param>
internal sealed record NumberRange(double? AtLeast = null, double? Above = null, double? AtMost = null, double? Below = null)
{
    /// <summary>Any finite number.</summary>
    public static NumberRange Finite { get; } = new();

    /// <summary>A strength: not negative.</summary>
    public static NumberRange Strength { get; } = new(AtLeast: 0);

    /// <summary>A limit or a rate: above 0.</summary>
    public static NumberRange Positive { get; } = new(Above: 0);

    /// <summary>A fraction that is dropped, kept or spread: at least 0 and below 1.</summary>
    public static NumberRange Fraction { get; } = new(AtLeast: 0, Below: 1);

    /// <summary>A share that leaves something on both sides: above 0 and below 1.</summary>
    public static NumberRange Share { get; } = new(Above: 0, Below: 1);

    /// <summary>A factor that makes nothing larger: above 0 and at most 1.</summary>
    public static NumberRange Factor { get; } = new(Above: 0, AtMost: 1);

    /// <summary>A part of a whole: from 0 to 1.</summary>
    public static NumberRange Part { get; } = new(AtLeast: 0, AtMost: 1);

    /// <summary>The range in words, a part of a sentence.</summary>
    public string Words
    {
        get
        {
            var bounds = new List<string>();
            Add("at least", AtLeast);
            Add("above", Above);
            Add("at most", AtMost);
            Add("below", Below);
            return bounds.Count == 0 ? "a finite number" : $"a finite number {string.Join(" and ", bounds)}";

            void Add(string word, double? bound)
            {
                if (bound is { } number)
                {
                    bounds.Add(string.Create(CultureInfo.InvariantCulture, $"{word} {number}"));
                }
            }
        }
    }

    /// <summary>Whether a number is finite and within the bounds.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(double number) =>
        double.IsFinite(number) && !(number < AtLeast) && !(number <= Above) && !(number > AtMost) && !(number >= Below);

    /// <summary>The range as a schema.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "number" };
        Add("minimum", AtLeast);
        Add("exclusiveMinimum", Above);
        Add("maximum", AtMost);
        Add("exclusiveMaximum", Below);
        return schema;

        void Add(string keyword, double? bound)
        {
            if (bound is { } number)
            {
                schema[keyword] = number;
            }
        }
    }
}
