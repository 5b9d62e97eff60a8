namespace Functional.Networks;

using System.Linq;
using LanguageExt;

/// <summary>Stops where the first of some rules says so; of several at once, the reason of the first in their order is given. Without rules it never stops.</summary>
/// <param name="Rules">The rules.</param>
public sealed record StopAtFirst(Seq<StopRule> Rules) : StopRule
{
    /// <summary>The rules.</summary>
    public Seq<StopRule> Rules { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Rules);

    /// <summary>Stops where the first of some rules says so.</summary>
    /// <param name="rules">The rules.</param>
    public StopAtFirst(params StopRule[] rules)
        : this(Given.NoNulls(rules).ToArray().ToSeq().Strict())
    {
    }

    internal override Watch Begin() => new Watching(Rules.Map(rule => rule.Begin()).Strict());

    private sealed record Watching(Seq<Watch> Watches) : Watch
    {
        public override (Ending? Ending, Watch Next) See(Progress progress)
        {
            var seen = Watches.Map(watch => watch.See(progress)).Strict();
            return (seen.Select(watch => watch.Ending).FirstOrDefault(ending => ending is not null), new Watching(seen.Map(watch => watch.Next).Strict()));
        }
    }
}
