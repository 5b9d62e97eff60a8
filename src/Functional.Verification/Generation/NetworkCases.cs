namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;

/// <summary>Generates networks with batches and objectives.</summary>
internal static class NetworkCases
{
    public static Arbitrary<NetworkCase> Arbitrary { get; } = Arb.From(Generator(), Shrink);

    private static Gen<NetworkCase> Generator() =>
        from inputs in Numbers.Width
        from architecture in Architectures.For(inputs)
        from loss in Losses.Arbitrary.Generator
        from targets in Gen.Elements<TargetKind>(Losses.Targets(loss))
        from penalties in Penalties.Some
        from samples in Numbers.Samples
        from seed in Gen.Choose(0, int.MaxValue)
        from weights in Gen.Choose(0, 3)
        select new NetworkCase(architecture, inputs, loss, penalties, samples, targets, (ulong)seed, weights == 0);

    /// <summary>Simpler cases of which every one fits together: the greatest leaps first.</summary>
    private static IEnumerable<NetworkCase> Shrink(NetworkCase network) =>
        Resized(network)
            .Concat(Architectures.Shrink(network.Architecture).Select(simpler => network with { Architecture = simpler }))
            .Concat(Numbers.Smaller(network.Inputs).Select(inputs => network with { Inputs = inputs }))
            .Where(simpler => ArchitectureSizes.Outputs(simpler.Architecture, simpler.Inputs) is not null)
            .Concat(Numbers.Smaller(network.Samples).Select(samples => network with { Samples = samples }))
            .Concat(Penalties.ShrinkAll(network.Penalties).Select(penalties => network with { Penalties = penalties }))
            .Concat(Losses.Shrink(network.Loss).Select(loss => network with { Loss = loss, Targets = Fitting(loss, network.Targets) }))
            .Concat(Losses.Targets(network.Loss).TakeWhile(kind => kind != network.Targets).Select(kind => network with { Targets = kind }))
            .Concat(network.IsWeighted ? [network with { IsWeighted = false }] : [])
            .Concat(new[] { 0UL, 1UL, network.Seed / 2 }.Where(seed => seed < network.Seed).Distinct().Select(seed => network with { Seed = seed }));

    /// <summary>With all widths 1, and with all halved: residuals stay possible.</summary>
    private static IEnumerable<NetworkCase> Resized(NetworkCase network) =>
        new System.Func<int, int>[] { _ => 1, size => (size + 1) / 2 }
            .Select(size => network with { Inputs = size(network.Inputs), Architecture = Architectures.Resize(network.Architecture, size) })
            .Where(smaller => smaller != network)
            .Distinct();

    private static TargetKind Fitting(Loss loss, TargetKind targets) => Losses.Targets(loss) is var possible && possible.Contains(targets) ? targets : possible[0];
}
