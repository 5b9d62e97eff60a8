namespace Functional.Experiments;

using System;
using System.Linq;
using LanguageExt;

/// <summary>What a process of the laboratory finds to be so: not what it was asked for, but what took effect.</summary>
/// <param name="Entries">Each fact's name, one of the constants here, and what was found.</param>
public sealed record LabFacts(Seq<(string Name, string Found)> Entries)
{
    /// <summary>The version of .NET and the kind of machine.</summary>
    public const string Runtime = "runtime";

    /// <summary>How the program was built: "Debug, not optimised", "Release", "Release, precompiled".</summary>
    public const string Build = "build";

    /// <summary>How many threads were seen to compute.</summary>
    public const string Threads = "threads";

    /// <summary>The vector registers that kernels use, in bits, or "scalar".</summary>
    public const string Vectors = "vectors";

    /// <summary>Whether fused multiply-add is an instruction: "yes" or "no".</summary>
    public const string Fma = "fma";

    /// <summary>The widest vectors that the runtime calls accelerated, and the size of those of variable size, in bits: "256/256".</summary>
    public const string RuntimeVectors = "runtimeVectors";

    /// <summary>The garbage collector: "workstation" or "server", ", concurrent" behind it where it is.</summary>
    public const string Collector = "collector";

    /// <summary>How often garbage was collected: "few" or "many".</summary>
    public const string Collections = "collections";

    /// <summary>How the culture writes −1234.5 and the small letter of I.</summary>
    public const string Culture = "culture";

    /// <summary>The time zone's distance from universal time.</summary>
    public const string Zone = "zone";

    /// <summary>
    /// Which kinds of code the runtime used: "R2R" (compiled ahead of time, as .NET's own libraries are), "unoptimised", "quick" (tier 0), "instrumented", "OSR" (a loop that was replaced while it ran),
    /// "optimised" (at once) and "tier 1".
    /// </summary>
    public const string Code = "code";

    /// <summary>How it went from step to step.</summary>
    public const string Way = "way";

    /// <summary>What was found.</summary>
    /// <param name="name">The fact's name.</param>
    /// <returns>What was found; nothing (an empty text) where the process does not know.</returns>
    public string this[string name] => Entries.Where(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Select(entry => entry.Found).FirstOrDefault() ?? string.Empty;
}
