namespace Functional.Networks;

/// <summary>What comes out of a watched run: a step or an epoch that is <see cref="Going"/>, and last, once, <see cref="Ended"/>.</summary>
/// <typeparam name="TItem">The steps or epochs, such as <see cref="Advance{T}"/> or <see cref="Epoch{T}"/>.</typeparam>
public abstract record Watched<TItem>
{
    private Watched()
    {
    }

    /// <summary>A step or an epoch is done.</summary>
    /// <param name="Item">The step or epoch.</param>
    /// <param name="Progress">Its figures.</param>
    public sealed record Going(TItem Item, Progress Progress) : Watched<TItem>;

    /// <summary>The run ends here.</summary>
    /// <param name="Ending">Why.</param>
    public sealed record Ended(Ending Ending) : Watched<TItem>
    {
        /// <summary>Why.</summary>
        public Ending Ending { get; init => field = Given.NotNull(value); } = Given.NotNull(Ending);
    }
}
