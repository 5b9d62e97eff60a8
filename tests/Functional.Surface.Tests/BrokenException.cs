namespace Functional.Surface.Tests;

using System;

/// <summary>While an argument was made, a member failed in a way that it does not document.</summary>
internal sealed class BrokenException(Member member, string text, Exception inner, string reason) : Exception(reason, inner)
{
    /// <summary>The member that failed.</summary>
    public Member Member { get; } = member;

    /// <summary>The call.</summary>
    public string Text { get; } = text;
}
