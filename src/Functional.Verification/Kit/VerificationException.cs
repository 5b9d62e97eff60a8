namespace Functional.Verification;

using System;

/// <summary>A law does not hold; the message is the report with the smallest counterexample.</summary>
public sealed class VerificationException : Exception
{
    /// <summary>A failure without words.</summary>
    public VerificationException()
    {
    }

    /// <summary>A failure in words.</summary>
    /// <param name="message">The report.</param>
    public VerificationException(string message)
        : base(message)
    {
    }

    /// <summary>A failure in words.</summary>
    /// <param name="message">The report.</param>
    /// <param name="inner">What was thrown.</param>
    public VerificationException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
