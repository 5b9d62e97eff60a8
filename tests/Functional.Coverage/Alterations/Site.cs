namespace Functional.Coverage.Alterations;

/// <summary>A place where a public member can be altered.</summary>
/// <param name="Number">Its number, which the rewritten member passes on.</param>
/// <param name="Member">The member.</param>
/// <param name="What">What of it is altered: its result, one of its arguments, or that it does anything.</param>
internal sealed record Site(int Number, string Member, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Member}: {What}";
}
