namespace Functional.Surface.Tests;

/// <summary>A call's end, and what is wrong with it where something is.</summary>
internal sealed record Judged(Member Member, Outcome Outcome, Finding? Finding);
