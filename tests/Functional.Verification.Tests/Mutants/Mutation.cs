namespace Functional.Verification.Tests.Mutants;

using System;
using Functional.Networks;

/// <summary>A way to get a backward pass wrong.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Applies">Whether a layer can be got wrong in this way.</param>
/// <param name="Wrong">The wrong gradients.</param>
public sealed record Mutation(string Name, Func<Layer<double>, bool> Applies, Func<WayBack, LayerGradient<double>> Wrong)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
