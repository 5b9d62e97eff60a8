namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>All examples, in the order in which one learns.</summary>
internal static class ExampleTable
{
    /// <summary>The examples; each is a file of its own beside this folder.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("worked-example", "The 2-2-2 sigmoid network worked by hand: every value of the forward and backward pass with its formula.", WorkedExample.Run, "--quick"),
    ];

    /// <summary>The example of a name.</summary>
    /// <returns>The example; null where there is none.</returns>
    public static Example? Find(string name) => All.FirstOrDefault(example => string.Equals(example.Name, name, StringComparison.OrdinalIgnoreCase));
}
