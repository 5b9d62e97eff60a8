namespace Functional.Verification;

using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>Generates activations.</summary>
internal static class Activations
{
    public static Seq<Kind<Activation>> Kinds { get; } = Prelude.Seq(
        Always<Relu>(3, new()),
        new(typeof(LeakyRelu), 2, Numbers.Hundredths(-50, 90).Select(Activation (slope) => new LeakyRelu(slope))),
        new(typeof(Elu), 2, Gen.OneOf(Gen.Constant(1.0), Numbers.Hundredths(-100, 300)).Select(Activation (alpha) => new Elu(alpha))),
        Always<Sigmoid>(2, new()),
        Always<Tanh>(2, new()),
        Always<Softplus>(2, new()),
        Always<Gelu>(2, new()),
        Always<Silu>(2, new()),
        Always<Softmax>(1, new()),
        Always<Identity>(1, new()),
        new(typeof(ExpressionActivation), 3, Formulas.Activation.Select(Activation (expression) => new ExpressionActivation(expression))));

    public static Arbitrary<Activation> Arbitrary { get; } = Arb.From(Kind<Activation>.AnyOf(Kinds), Shrink);

    /// <summary>The identity, then the same activation with its usual number.</summary>
    public static IEnumerable<Activation> Shrink(Activation activation) =>
        new Activation[] { new Identity() }
            .Concat(activation switch
            {
                LeakyRelu => [new Relu(), new LeakyRelu()],
                Elu => [new Elu()],
                _ => Enumerable.Empty<Activation>(),
            })
            .TakeWhile(simpler => simpler != activation);

    private static Kind<Activation> Always<T>(int weight, T activation)
        where T : Activation => new(typeof(T), weight, Gen.Constant<Activation>(activation));
}
