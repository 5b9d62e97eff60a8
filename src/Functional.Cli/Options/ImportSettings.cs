namespace Functional.Cli;

using Functional.Data;
using LanguageExt;

/// <summary>What <c>import</c> is asked to do.</summary>
/// <param name="Tensors">The file with the parameters.</param>
/// <param name="Like">A saved network of the same architecture, unless the architecture is told.</param>
/// <param name="Architecture">The file with the architecture, unless there is a network of it.</param>
/// <param name="Shape">How a sample's features are arranged, where the architecture is told.</param>
/// <param name="Scaling">How features become inputs, where the architecture is told.</param>
/// <param name="Output">Where to.</param>
internal sealed record ImportSettings(string Tensors, Option<string> Like, Option<string> Architecture, Option<SampleShape> Shape, Scaling Scaling, string Output);
