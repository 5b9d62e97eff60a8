namespace Functional.Networks;

using LanguageExt;

/// <summary>What a watched run comes to.</summary>
/// <typeparam name="TItem">The steps or epochs, such as <see cref="Advance{T}"/> or <see cref="Epoch{T}"/>.</typeparam>
/// <param name="Last">The last step or epoch that was done; none where the first one diverged.</param>
/// <param name="Best">The one of the best figure, the first of equals; none where there was no figure that is a number.</param>
/// <param name="Count">How many were done.</param>
/// <param name="Ending">Why the run ended.</param>
public sealed record Conclusion<TItem>(Option<TItem> Last, Option<TItem> Best, long Count, Ending Ending)
{
    /// <summary>Why the run ended.</summary>
    public Ending Ending { get; init => field = Given.NotNull(value); } = Given.NotNull(Ending);
}
