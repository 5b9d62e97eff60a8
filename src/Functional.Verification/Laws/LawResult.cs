namespace Functional.Verification;

using System;
using System.Collections.Generic;
using FsCheck;
using FsCheck.Fluent;
using LanguageExt;

/// <summary>Whether a law holds for a case, and in words why not.</summary>
/// <param name="Verdict">What the law says.</param>
/// <param name="Message">What a person needs to see; empty where the law holds.</param>
public sealed record LawResult(Verdict Verdict, string Message)
{
    /// <summary>What a person needs to see; empty where the law holds.</summary>
    public string Message { get; init => field = Given.NotNull(value); } = Given.NotNull(Message);

    /// <summary>The law holds.</summary>
    public static LawResult Held { get; } = new(Verdict.Holds, string.Empty);

    /// <summary>The statistics that it rests on; none for laws that compare numbers themselves, and only the one that is off where such a law fails.</summary>
    public Seq<StatisticFigure> Figures { get; init; }

    /// <summary>Whether the law does not fail.</summary>
    public bool IsHeld => Verdict != Verdict.Fails;

    /// <summary>The law fails.</summary>
    /// <param name="message">Why, with both numbers.</param>
    public static LawResult Failed(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(Verdict.Fails, message);
    }

    /// <summary>The case says nothing.</summary>
    /// <param name="message">Why.</param>
    public static LawResult Vacuous(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(Verdict.SaysNothing, message);
    }

    /// <summary>The law holds where a condition is true, otherwise it fails.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">Why it fails.</param>
    public static LawResult Where(bool condition, Func<string> message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return condition ? Held : Failed(message());
    }

    /// <summary>The first result that fails; failing that the first that says nothing; otherwise the law holds.</summary>
    /// <param name="results">The results; those behind a failure are not asked for.</param>
    public static LawResult All(IEnumerable<LawResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var all = Held;
        var figures = Seq<StatisticFigure>.Empty;
        foreach (var result in results)
        {
            if (result.Verdict == Verdict.Fails)
            {
                return result;
            }

            all = all.Verdict == Verdict.Holds ? result : all;
            figures = result.Figures.Fold(figures, (before, figure) => before.Add(figure));
        }

        return figures.IsEmpty ? all : all with { Figures = figures };
    }

    /// <summary>As an FsCheck property: a failure carries the message as a label, and a case that says nothing is rejected.</summary>
    public Property ToProperty() => Verdict == Verdict.SaysNothing
        ? Prop.When(false, () => true)
        : (Verdict == Verdict.Holds).Label(Message);

    /// <summary>Throws where the law fails, for test frameworks without properties.</summary>
    /// <exception cref="InvalidOperationException">The law fails; the exception carries the message.</exception>
    public void Require()
    {
        if (Verdict == Verdict.Fails)
        {
            throw new InvalidOperationException(Message);
        }
    }
}
