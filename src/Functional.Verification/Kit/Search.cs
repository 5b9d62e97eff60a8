namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LanguageExt;

/// <summary>Tries laws in cases and makes what fails as small as it can.</summary>
internal static class Search
{
    /// <summary>How many smaller cases are tried at most for one counterexample.</summary>
    private const int Smaller = 400;

    /// <summary>A finding for each law.</summary>
    /// <param name="laws">The laws.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="kind">How a case is made a trial of, made smaller and told.</param>
    /// <param name="options">Tells what is left out.</param>
    /// <exception cref="ArgumentException">A law is left out that there is none of.</exception>
    public static Seq<LawFinding> Findings<TCase, TTrial>(Seq<Law<TTrial>> laws, IReadOnlyList<TCase> cases, CaseKind<TCase, TTrial> kind, VerificationOptions options)
    {
        if (options.LeftOut.Keys.Find(name => !laws.Exists(law => string.Equals(law.Name, name, StringComparison.Ordinal))) is { IsSome: true } unknown)
        {
            throw new ArgumentException($"There is no law \"{unknown.IfNone(string.Empty)}\" to leave out; there are: {string.Join("; ", laws.Map(law => law.Name))}.", nameof(options));
        }

        return laws.Map(law => options.LeftOut.Find(law.Name).Match(
            Some: reason => new LawFinding(law.Name, 0, 0, reason, Option<Counterexample>.None),
            None: () => Finding(law, cases, kind))).Strict();
    }

    private static LawFinding Finding<TCase, TTrial>(Law<TTrial> law, IReadOnlyList<TCase> cases, CaseKind<TCase, TTrial> kind)
    {
        var silent = 0;
        for (var place = 0; place < cases.Count; place++)
        {
            var result = Check(law, cases[place], kind);
            if (result.Verdict == Verdict.Fails)
            {
                return new(law.Name, place + 1, silent, Option<string>.None, Shrunk(law, cases[place], result, place, cases.Count, kind));
            }

            silent += result.Verdict == Verdict.SaysNothing ? 1 : 0;
        }

        return new(law.Name, cases.Count, silent, Option<string>.None, Option<Counterexample>.None);
    }

    private static Counterexample Shrunk<TCase, TTrial>(Law<TTrial> law, TCase found, LawResult result, int place, int count, CaseKind<TCase, TTrial> kind)
    {
        var (smallest, tries, steps) = (found, 0, 0);
        while (tries < Smaller)
        {
            var next = kind.Smaller(smallest).Take(Smaller - tries).Select(smaller => (Case: smaller, Result: Check(law, smaller, kind)))
                .FirstOrDefault(smaller => ++tries >= 0 && smaller.Result.Verdict == Verdict.Fails);
            if (next.Result is null)
            {
                break;
            }

            (smallest, result) = next;
            steps++;
        }

        var from = string.Create(CultureInfo.InvariantCulture, $"found in case {place + 1} of {count}, made smaller in {steps} steps");
        return new(law.Name, kind.Describe(smallest), result.Message, kind.Replay(smallest), from);
    }

    /// <summary>What a law throws, or what the subject throws under it, is a failure, too.</summary>
    private static LawResult Check<TCase, TTrial>(Law<TTrial> law, TCase own, CaseKind<TCase, TTrial> kind)
    {
        try
        {
            return law.Check(kind.Trial(own));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return LawResult.Failed($"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
