namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates architectures that fit a number of inputs.</summary>
internal static class Architectures
{
    /// <summary>How deep residuals and chains may stand within one another.</summary>
    private const int Nesting = 2;

    /// <summary>A chain of 1 to 6 parts, the first nearly always an affine one.</summary>
    public static Gen<Architecture> For(int inputs) =>
        from depth in Numbers.Depth
        from first in Gen.Frequency((5, Affine()), (1, Part(inputs, Nesting)))
        from rest in Parts(Outputs(first, inputs), depth - 1, Nesting)
        select (Architecture)new Chain(first.Cons(rest).Strict());

    /// <summary>The kinds of parts that fit a number of inputs, as far down as they may be nested.</summary>
    public static Seq<Kind<Architecture>> Kinds(int inputs, int nesting) => nesting == 0
        ? Flat(inputs)
        : Flat(inputs) + Prelude.Seq<Kind<Architecture>>(
            new(typeof(Residual), 3, Residual(inputs, nesting - 1)),
            new(typeof(Chain), 1, MaxoutLayer()),
            new(typeof(Chain), 2, Gen.Choose(0, 2).SelectMany(count => Parts(inputs, count, nesting - 1)).Select(Architecture (parts) => new Chain(parts))));

    /// <summary>Fewer and simpler parts. Not every one fits where the architecture did.</summary>
    public static IEnumerable<Architecture> Shrink(Architecture architecture) => architecture switch
    {
        Chain chain => ShrinkChain(chain),
        Residual residual => new[] { residual.Inner }.Concat(Shrink(residual.Inner).Select(Architecture (inner) => new Residual(inner))),
        Affine affine => ShrinkAffine(affine),
        Activation activation => Activations.Shrink(activation),
        BatchNormalisation or LayerNormalisation or RmsNormalisation or Dropout or Maxout or ParametricRelu => [new Identity()],
        _ => [],
    };

    /// <summary>The same architecture with another number of outputs for every affine part.</summary>
    public static Architecture Resize(Architecture architecture, System.Func<int, int> size) => architecture switch
    {
        Chain chain => new Chain(chain.Parts.Map(part => Resize(part, size)).Strict()),
        Residual residual => new Residual(Resize(residual.Inner, size)),
        Affine affine => new Affine(size(affine.Outputs), affine.Weights, affine.Bias),
        Maxout => new Maxout(1),
        _ => architecture,
    };

    private static Gen<Architecture> Part(int inputs, int nesting) => Kind<Architecture>.AnyOf(Kinds(inputs, nesting));

    private static Seq<Kind<Architecture>> Flat(int inputs) => Prelude.Seq<Kind<Architecture>>(
        new(typeof(Affine), 9, Affine()),
        new(typeof(Activation), 10, Activations.Arbitrary.Generator.Select(Architecture (activation) => activation)),
        new(typeof(Maxout), 1, MaxoutOver(inputs))) + SizeKeeping;

    /// <summary>
    /// Parts that keep the number of features. The normalisations' ε is at least a quarter: with a small one the deviations of a few samples
    /// or features may be as small as its root, and the function too steep for the step of numeric differentiation.
    /// </summary>
    private static Seq<Kind<Architecture>> SizeKeeping { get; } = Prelude.Seq<Kind<Architecture>>(
        new(
            typeof(BatchNormalisation),
            2,
            from momentum in Numbers.Hundredths(0, 100)
            from epsilon in Epsilon
            from scale in Initialisers.Biases
            from shift in Initialisers.Biases
            select (Architecture)new BatchNormalisation(momentum, epsilon, scale, shift)),
        new(
            typeof(LayerNormalisation),
            1,
            from epsilon in Epsilon
            from scale in Initialisers.Biases
            from shift in Initialisers.Biases
            select (Architecture)new LayerNormalisation(epsilon, scale, shift)),
        new(typeof(RmsNormalisation), 1, Epsilon.Zip(Initialisers.Biases, Architecture (epsilon, scale) => new RmsNormalisation(epsilon, scale))),
        new(typeof(Dropout), 2, Numbers.Hundredths(0, 75).Select(Architecture (rate) => new Dropout(rate))),
        new(typeof(ParametricRelu), 1, Initialisers.Biases.Select(Architecture (slope) => new ParametricRelu(slope))));

    private static Gen<double> Epsilon => Numbers.Hundredths(25, 100);

    /// <summary>Over two to five pieces or all, where the number of inputs can be divided so.</summary>
    private static Gen<Architecture> MaxoutOver(int inputs)
    {
        var pieces = Enumerable.Range(2, inputs).Where(number => inputs % number == 0 && (number <= 5 || number == inputs)).DefaultIfEmpty(1);
        return Gen.Elements(pieces).Select(Architecture (number) => new Maxout(number));
    }

    private static Gen<Architecture> MaxoutLayer() =>
        from outputs in Gen.Choose(1, 4)
        from pieces in Gen.Choose(2, 4)
        from affine in Affine(outputs * pieces)
        select (Architecture)new Chain(affine, new Maxout(pieces));

    private static Gen<Architecture> Affine() => Numbers.Width.SelectMany(Affine);

    private static Gen<Architecture> Affine(int outputs) =>
        from weights in Initialisers.Arbitrary.Generator
        from bias in Initialisers.Biases
        select (Architecture)new Affine(outputs, weights, bias);

    /// <summary>Around a single part that keeps the size, or around parts of which the last brings it back.</summary>
    private static Gen<Architecture> Residual(int inputs, int nesting) => Gen.OneOf(
            Activations.Arbitrary.Generator.Select(Architecture (activation) => activation),
            Affine(inputs),
            Kind<Architecture>.AnyOf(SizeKeeping),
            from count in Gen.Choose(1, 2)
            from parts in Parts(inputs, count, nesting)
            from last in Affine(inputs)
            select (Architecture)new Chain(parts.Add(last).Strict()))
        .Select(Architecture (inner) => new Residual(inner));

    private static Gen<Seq<Architecture>> Parts(int inputs, int count, int nesting) => count == 0
        ? Gen.Constant(Seq<Architecture>.Empty)
        : from first in Part(inputs, nesting)
          from rest in Parts(Outputs(first, inputs), count - 1, nesting)
          select first.Cons(rest).Strict();

    private static int Outputs(Architecture part, int inputs) => ArchitectureSizes.RequireOutputs(part, inputs);

    private static IEnumerable<Architecture> ShrinkChain(Chain chain)
    {
        var parts = chain.Parts.ToArray();
        for (var place = 0; place < parts.Length; place++)
        {
            yield return new Chain(parts.Where((_, other) => other != place).ToArray());
        }

        for (var place = 0; place < parts.Length; place++)
        {
            // The parts of an inner chain may as well stand in the outer one.
            var simpler = parts[place] is Chain inner ? Shrink(inner).Select(part => new[] { part }).Prepend(inner.Parts.ToArray()) : Shrink(parts[place]).Select(part => new[] { part });
            foreach (var instead in simpler)
            {
                yield return new Chain(parts[..place].Concat(instead).Concat(parts[(place + 1)..]).ToArray());
            }
        }
    }

    private static IEnumerable<Architecture> ShrinkAffine(Affine affine) =>
        Numbers.Smaller(affine.Outputs).Select(outputs => new Affine(outputs, affine.Weights, affine.Bias))
            .Concat(Initialisers.Shrink(affine.Weights).Select(weights => new Affine(affine.Outputs, weights, affine.Bias)))
            .Concat(Initialisers.ShrinkBias(affine.Bias).Select(bias => new Affine(affine.Outputs, affine.Weights, bias)));
}
