namespace Functional.Networks;

/// <summary>What a stopping rule remembers of a run: an immutable value.</summary>
internal abstract record Watch
{
    /// <summary>Looks at one more step or epoch.</summary>
    /// <param name="progress">How far training has come.</param>
    /// <returns>Why to stop here, or nothing; and what is remembered.</returns>
    public abstract (Ending? Ending, Watch Next) See(Progress progress);
}
