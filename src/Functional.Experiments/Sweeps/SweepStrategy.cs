namespace Functional.Experiments;

/// <summary>Which points of its axes a sweep tries: one of <see cref="Grid"/>, <see cref="Random"/> and <see cref="Halving"/>.</summary>
public abstract record SweepStrategy
{
    private SweepStrategy()
    {
    }

    /// <summary>Every combination of the axes' values, the last axis the fastest.</summary>
    public sealed record Grid : SweepStrategy;

    /// <summary>Points that are drawn, each axis by itself (J. Bergstra, Y. Bengio 2012: where few axes matter, this finds more than a grid of as many points).</summary>
    /// <param name="Count">How many points, at least 1.</param>
    public sealed record Random(int Count) : SweepStrategy;

    /// <summary>
    /// Successive halving (K. Jamieson, A. Talwalkar 2016): points that are drawn are trained for a few epochs, the best part of them for more, and so on.
    /// </summary>
    /// <remarks>
    /// Each rung trains from the beginning with the epochs that it has: what is told of a trial is then what its own experiment gives, whatever depends on the number of
    /// epochs, as a schedule that falls to the end does.
    /// </remarks>
    /// <param name="Count">How many points begin, at least 1.</param>
    /// <param name="Eta">One of so many goes on, with so many times the epochs; at least 2.</param>
    /// <param name="Minimum">The epochs of the first rung, at least 1.</param>
    /// <param name="Maximum">The epochs of the last rung, not fewer.</param>
    public sealed record Halving(int Count, int Eta, int Minimum, int Maximum) : SweepStrategy;
}
