namespace Functional.Verification;

using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Functional.Networks;
using LanguageExt;

/// <summary>
/// Random values of all that networks are made of, to be composed with FsCheck's combinators or named as a whole:
/// <c>[Property(Arbitrary = [typeof(Generators)])]</c>.
/// </summary>
public static class Generators
{
    /// <summary>
    /// Networks with batches and objectives: 1 to 6 parts, nested residuals and chains, widths 1 to 20, batches of 1 to 17. They shrink
    /// towards fewer parts, width 1, one sample, the identity, no penalties, the sum of squared errors.
    /// </summary>
    public static Arbitrary<NetworkCase> NetworkCase => NetworkCases.Arbitrary;

    /// <summary>Activations; they shrink towards the identity.</summary>
    public static Arbitrary<Activation> Activation => Activations.Arbitrary;

    /// <summary>Initialisers; they shrink towards <see cref="GlorotUniform"/>.</summary>
    public static Arbitrary<Initialiser> Initialiser => Initialisers.Arbitrary;

    /// <summary>Losses with any reduction; they shrink towards the sum of squared errors.</summary>
    public static Arbitrary<Loss> Loss => Losses.Arbitrary;

    /// <summary>Penalties.</summary>
    public static Arbitrary<Penalty> Penalty => Penalties.Arbitrary;

    /// <summary>Schedules; they shrink towards a constant rate.</summary>
    public static Arbitrary<Schedule> Schedule => Schedules.Arbitrary;

    /// <summary>Optimisers: the well-known ones, and any transformations around a learning rate; they shrink towards gradient descent.</summary>
    public static Arbitrary<GradientTransformation> Optimiser => Optimisations.Arbitrary;

    /// <summary>Ways to choose batches.</summary>
    public static Arbitrary<Sampling> Sampling => Samplings.Arbitrary;

    /// <summary>The concrete types of architectures, activations, losses, initialisers, penalties, transformations, schedules and layers that <see cref="NetworkCase"/> produces; generic types as definitions.</summary>
    public static Seq<Type> Covered { get; } = (
        Activations.Kinds.Map(kind => kind.Type)
        + Initialisers.Kinds.Map(kind => kind.Type)
        + Losses.Kinds.Map(kind => kind.Type)
        + Penalties.Kinds.Map(kind => kind.Type)
        + Optimisations.Kinds.Map(kind => kind.Type)
        + Schedules.Kinds.Map(kind => kind.Type)
        + Architectures.Kinds(1, 1).Map(kind => kind.Type).Filter(type => !type.IsAbstract)
        + Prelude.Seq(typeof(Affine<>), typeof(Activated<>), typeof(Residual<>), typeof(Chain<>))
        + Prelude.Seq(typeof(BatchNormalisation<>), typeof(LayerNormalisation<>), typeof(RmsNormalisation<>), typeof(Dropout<>), typeof(Maxout<>), typeof(ParametricRelu<>))).Strict();

    /// <summary>Architectures that fit a number of inputs.</summary>
    /// <param name="inputs">The number of features, at least 1.</param>
    public static Arbitrary<Architecture> ArchitectureFor(int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        return Arb.From(
            Architectures.For(inputs),
            architecture => Architectures.Shrink(architecture).Where(simpler => ArchitectureSizes.Outputs(simpler, inputs) is not null));
    }

    /// <summary>Whether random networks contain a concrete type of architecture, activation, loss, initialiser, penalty, transformation, schedule or layer.</summary>
    /// <param name="type">The type; of a generic one, any construction or the definition.</param>
    public static bool Covers(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return Covered.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type);
    }
}
