namespace Functional.Surface.Tests;

/// <summary>A value that all share, of a type whose initialisers anyone may use for values of their own.</summary>
public sealed record Handed
{
    public static Handed Usual { get; } = new();

    public int Number { get; init; } = 7;
}
