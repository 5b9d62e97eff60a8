namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Linq;
using LanguageExt;

/// <summary>
/// Courses of the learning rate as text and back: a name, then where wanted a colon and numbers with commas, those that are left out at the end
/// being the usual ones. <c>cosine</c>, <c>step:10,0.5</c>, <c>cosine-restarts:5</c>.
/// </summary>
public static class RateCourseText
{
    private const string Setting = "schedule";

    private static readonly Form[] Forms =
    [
        new("constant", [], _ => new RateCourse.Constant(), course => course is RateCourse.Constant ? [] : null),
        new("inverse-time", [NotNegative("DECAY", 0.1)], n => new RateCourse.InverseTime(n[0]), course => course is RateCourse.InverseTime own ? [own.Decay] : null),
        new(
            "step",
            [Whole("EPOCHS", 10), Factor("FACTOR", 0.5)],
            n => new RateCourse.Step((int)n[0], n[1]),
            course => course is RateCourse.Step own ? [own.Epochs, own.Factor] : null),
        new("exponential", [Factor("FACTOR", 0.95)], n => new RateCourse.Exponential(n[0]), course => course is RateCourse.Exponential own ? [own.Factor] : null),
        new("linear", [Share("END", 0)], n => new RateCourse.Linear(n[0]), course => course is RateCourse.Linear own ? [own.End] : null),
        new("cosine", [Share("END", 0)], n => new RateCourse.Cosine(n[0]), course => course is RateCourse.Cosine own ? [own.End] : null),
        new(
            "cosine-restarts",
            [Whole("EPOCHS", 10), Whole("GROWTH", 1)],
            n => new RateCourse.CosineRestarts((int)n[0], (int)n[1]),
            course => course is RateCourse.CosineRestarts own ? [own.Epochs, own.Growth] : null),
        new("one-cycle", [Between("RISE", 0.3)], n => new RateCourse.OneCycle(n[0]), course => course is RateCourse.OneCycle own ? [own.Rise] : null),
    ];

    /// <summary>All forms in words, with the numbers that each may have.</summary>
    public static string Alternatives { get; } = $"{string.Join(", ", Forms.SkipLast(1).Select(form => form.Pattern))} or {Forms[^1].Pattern}";

    /// <summary>The usual numbers in words: "inverse-time:0.1, step:10,0.5, …".</summary>
    public static string Usual { get; } = string.Join(", ", Forms.Where(form => form.Parameters.Length > 0).Select(form => form.Text(form.Usual)));

    /// <summary>The course of a text.</summary>
    /// <param name="text">The text; the case of the name does not matter.</param>
    /// <returns>The course, or a fault that tells the forms or, where the name is known, its numbers.</returns>
    public static Validation<SettingFault, RateCourse> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':', 2);
        if (Array.Find(Forms, each => string.Equals(each.Name, parts[0].Trim(), StringComparison.OrdinalIgnoreCase)) is not { } form)
        {
            return Fault($"'{text}'", Alternatives);
        }

        var given = parts.Length == 1 ? [] : parts[1].Split(',')
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .ToArray();
        return given.Length <= form.Parameters.Length && (parts.Length == 1 || given.Length > 0)
            && form.Fits([.. given, .. form.Usual.Skip(given.Length)])
            ? Prelude.Success<SettingFault, RateCourse>(form.Make([.. given, .. form.Usual.Skip(given.Length)]))
            : Fault($"'{text}'", form.Expected);
    }

    /// <summary>The text of a course, without the numbers at its end that are the usual ones.</summary>
    /// <param name="course">The course.</param>
    public static string Write(RateCourse course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var (form, numbers) = FormOf(course);
        var shown = numbers.Length;
        while (shown > 0 && numbers[shown - 1].Equals(form.Usual[shown - 1]))
        {
            shown--;
        }

        return form.Text(numbers[..shown]);
    }

    /// <summary>The same course where its numbers are right.</summary>
    /// <param name="course">The course.</param>
    /// <returns>The course, or a fault that says what the numbers must be.</returns>
    public static Validation<SettingFault, RateCourse> Check(RateCourse course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var (form, numbers) = FormOf(course);
        return form.Fits(numbers) ? Prelude.Success<SettingFault, RateCourse>(course) : Fault(form.Text(numbers), form.Expected);
    }

    private static (Form Form, double[] Numbers) FormOf(RateCourse course) => Forms
        .Select(form => (form, form.Read(course)))
        .Where(pair => pair.Item2 is not null)
        .Select(pair => (pair.form, pair.Item2!))
        .First();

    private static Validation<SettingFault, RateCourse> Fault(string found, string expected) =>
        Prelude.Fail<SettingFault, RateCourse>(new SettingFault(Setting, found, expected));

    private static Parameter Whole(string name, double usual) => new(
        name,
        usual,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from 1 to {Experiment.MaximumEpochs:N0}"),
        number => number is >= 1 and <= Experiment.MaximumEpochs && Math.Floor(number).Equals(number));

    private static Parameter Factor(string name, double usual) => new(name, usual, "above 0 and at most 1", number => number is > 0 and <= 1);

    private static Parameter Share(string name, double usual) => new(name, usual, "from 0 to 1", number => number is >= 0 and <= 1);

    private static Parameter Between(string name, double usual) => new(name, usual, "above 0 and below 1", number => number is > 0 and < 1);

    private static Parameter NotNegative(string name, double usual) => new(name, usual, "finite and not negative", number => double.IsFinite(number) && number >= 0);

    private sealed record Parameter(string Name, double Usual, string Range, Func<double, bool> Fits);

    private sealed record Form(string Name, Parameter[] Parameters, Func<double[], RateCourse> Make, Func<RateCourse, double[]?> Read)
    {
        public double[] Usual => [.. Parameters.Select(parameter => parameter.Usual)];

        public string Pattern => Parameters.Length == 0 ? Name : $"{Name}[:{string.Join(",", Parameters.Select(parameter => parameter.Name))}]";

        public string Expected => Parameters.Length == 0
            ? $"{Name} without numbers"
            : $"{Pattern} with {string.Join(" and ", Parameters.Select(parameter => $"{parameter.Name} {parameter.Range}"))}";

        public bool Fits(double[] numbers) => Parameters.Zip(numbers, (parameter, number) => parameter.Fits(number)).All(fits => fits);

        public string Text(double[] numbers) =>
            numbers.Length == 0 ? Name : $"{Name}:{string.Join(",", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}";
    }
}
