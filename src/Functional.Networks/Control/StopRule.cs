namespace Functional.Networks;

using LanguageExt;

/// <summary>
/// When training is to stop, as data. A rule sees the steps or epochs of a run one after another and holds nothing between runs:
/// every run begins with it anew.
/// </summary>
public abstract record StopRule
{
    private protected StopRule()
    {
    }

    /// <summary>What watches a run for the rule, before the first step.</summary>
    internal abstract Watch Begin();

    /// <summary>This rule or another, whichever says first to stop; where both do at once, this one's reason is given.</summary>
    /// <param name="other">The other rule.</param>
    public StopRule Or(StopRule other) => new StopAtFirst(Prelude.Seq(this, Given.NotNull(other)));
}
