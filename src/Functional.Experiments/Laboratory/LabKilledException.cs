namespace Functional.Experiments;

using System;

/// <summary>A process would have been killed here.</summary>
public sealed class LabKilledException : Exception
{
    /// <summary>A process would have been killed here.</summary>
    public LabKilledException()
        : base("The process would have been killed here.")
    {
    }

    /// <summary>As the first one, with a message.</summary>
    /// <param name="message">The message.</param>
    public LabKilledException(string message)
        : base(message)
    {
    }

    /// <summary>As the first one, with a message and a cause.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause.</param>
    public LabKilledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
