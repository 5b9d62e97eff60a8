namespace Functional.Surface.Tests;

/// <summary>How a call ended.</summary>
internal enum Outcome
{
    /// <summary>It gave a value.</summary>
    Value,

    /// <summary>It told a fault as a value.</summary>
    FaultAsValue,

    /// <summary>It threw what its comment tells.</summary>
    Documented,

    /// <summary>It threw an <see cref="System.ArgumentException"/> that its comment does not tell.</summary>
    Untold,

    /// <summary>A function that was handed in threw, and what it threw arrived.</summary>
    HandedOn,

    /// <summary>No arguments could be made.</summary>
    Unmade,

    /// <summary>It must not have ended like this.</summary>
    Broken,
}
