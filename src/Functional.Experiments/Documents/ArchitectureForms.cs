namespace Functional.Experiments;

using System;
using Functional.Networks;
using Functional.Numerics.Expressions;
using LanguageExt;

/// <summary>How the parts of networks stand in documents: layers, activations and initialisers.</summary>
internal static class ArchitectureForms
{
    private const int MaximumParts = 1 << 12;

    /// <summary>How parameters begin.</summary>
    public static NamedForm<Initialiser> Initialiser { get; } = new("initialiser", () => new UnionForm<Initialiser>(
        Plain<Initialiser>("zeros", "All +0.", new Zeros()),
        Plain<Initialiser>("he-normal", "Normal with the deviation √(2 / inputs) (K. He 2015): for rectifiers and their relatives.", new HeNormal()),
        Plain<Initialiser>("he-uniform", "Even with the variance 2 / inputs.", new HeUniform()),
        Plain<Initialiser>("glorot-normal", "Normal with the variance 2 / (inputs + outputs).", new GlorotNormal()),
        Plain<Initialiser>("glorot-uniform", "Even with the variance 2 / (inputs + outputs) (X. Glorot 2010).", new GlorotUniform()),
        Plain<Initialiser>("lecun-normal", "Normal with the variance 1 / inputs.", new LeCunNormal()),
        Number<Initialiser>("constant", "All the same.", "value", "The number.", NumberRange.Finite, null, value => new Constant(value), own => own is Constant all ? all.Value : Option<double>.None),
        Number<Initialiser>("normal", "Normal around 0.", "deviation", "The standard deviation.", NumberRange.Strength, null, value => new Normal(value), own => own is Normal all ? all.Deviation : Option<double>.None),
        Number<Initialiser>("uniform", "Even around 0.", "range", "The largest magnitude.", NumberRange.Strength, null, value => new Uniform(value), own => own is Uniform all ? all.Range : Option<double>.None)));

    /// <summary>What follows an affine layer.</summary>
    public static NamedForm<Activation> Activation { get; } = new("activation", () => new UnionForm<Activation>(Activations<Activation>(own => own)));

    /// <summary>A layer, or several in a chain or in a residual block.</summary>
    public static NamedForm<Architecture> Layer { get; } = new("layer", () => new UnionForm<Architecture>(
    [
        Case<Architecture, ConnectedDraft>(
            "affine",
            "W·x + b.",
            new(1, new GlorotUniform(), new Zeros()),
            own => new Affine(own.Outputs, own.Weights, own.Bias),
            own => own is Affine affine ? new ConnectedDraft(affine.Outputs, affine.Weights, affine.Bias) : Option<ConnectedDraft>.None,
            ConnectedDraft.Members),
        .. Activations<Architecture>(own => own is Activation activation ? activation : Option<Activation>.None),
        Plain<Architecture>("softmax", "Softmax over the features.", new Softmax()),
        Number<Architecture>(
            "dropout",
            "Drops features at random in training.",
            "rate",
            "The fraction dropped.",
            NumberRange.Fraction,
            null,
            rate => new Dropout(rate),
            own => own is Dropout dropout ? dropout.Rate : Option<double>.None),
        Case<Architecture, int>(
            "maxout",
            "The largest of every so many features.",
            1,
            pieces => new Maxout(pieces),
            own => own is Maxout maxout ? maxout.Pieces : Option<int>.None,
            Own("pieces", "Of how many features.", new WholeForm<int>(1, Experiment.MaximumLayerSize), isRequired: true)),
        Case<Architecture, Initialiser>(
            "parametric-relu",
            "A rectifier with a slope below 0 that is learned for every feature.",
            new ParametricRelu().Slope,
            slope => new ParametricRelu(slope),
            own => own is ParametricRelu relu ? Prelude.Some(relu.Slope) : Option<Initialiser>.None,
            Own("slope", "How the slopes begin.", Initialiser, isRequired: false)),
        Case<Architecture, NormalisedDraft>(
            "batch-normalisation",
            "Normalises every feature over the batch, in inference by running statistics.",
            NormalisedDraft.Of(new BatchNormalisation()),
            own => new BatchNormalisation(own.Momentum, own.Epsilon, own.Scale, own.Shift),
            own => own is BatchNormalisation batch ? NormalisedDraft.Of(batch) : Option<NormalisedDraft>.None,
            NormalisedDraft.MomentumMember,
            NormalisedDraft.EpsilonMember,
            NormalisedDraft.ScaleMember,
            NormalisedDraft.ShiftMember),
        Case<Architecture, NormalisedDraft>(
            "layer-normalisation",
            "Normalises every sample over its features.",
            NormalisedDraft.Of(new LayerNormalisation()),
            own => new LayerNormalisation(own.Epsilon, own.Scale, own.Shift),
            own => own is LayerNormalisation layer ? NormalisedDraft.Of(layer) : Option<NormalisedDraft>.None,
            NormalisedDraft.EpsilonMember,
            NormalisedDraft.ScaleMember,
            NormalisedDraft.ShiftMember),
        Case<Architecture, NormalisedDraft>(
            "rms-normalisation",
            "Divides every sample by the root of its mean square.",
            NormalisedDraft.Of(new RmsNormalisation()),
            own => new RmsNormalisation(own.Epsilon, own.Scale),
            own => own is RmsNormalisation rms ? NormalisedDraft.Of(rms) : Option<NormalisedDraft>.None,
            NormalisedDraft.EpsilonMember,
            NormalisedDraft.ScaleMember),
        Case<Architecture, Seq<Architecture>>(
            "chain",
            "Parts one behind another.",
            Seq<Architecture>.Empty,
            parts => new Chain(parts),
            own => own is Chain chain ? Prelude.Some(chain.Parts) : Option<Seq<Architecture>>.None,
            Own("parts", "The parts, the first to be applied first.", Layers!, isRequired: true)),
        Case<Architecture, Architecture>(
            "residual",
            "Adds its input to what the inner part makes of it.",
            new Identity(),
            inner => new Residual(inner),
            own => own is Residual residual ? Prelude.Some(residual.Inner) : Option<Architecture>.None,
            Own("inner", "The inner part, with as many outputs as inputs.", Layer!, isRequired: true)),
    ]));

    /// <summary>Parts one behind another.</summary>
    public static Form<Seq<Architecture>> Layers { get; } = new ListForm<Architecture>(Layer, MaximumParts);

    /// <summary>A kind of which nothing more is said.</summary>
    public static UnionCase<T> Plain<T>(string name, string description, T value) =>
        Case(name, description, Unit.Default, _ => value, own => Equals(own, value) ? Unit.Default : Option<Unit>.None);

    /// <summary>A kind with one number; it must be said where there is no usual one.</summary>
    public static UnionCase<T> Number<T>(
        string name, string description, string member, string meaning, NumberRange range, double? usual, Func<double, T> make, Func<T, Option<double>> read) =>
        Case(name, description, usual ?? 0, make, read, Own(member, meaning, new NumberForm(range), isRequired: usual is null));

    /// <summary>A kind made from its members.</summary>
    public static UnionCase<T> Case<T, TDraft>(string name, string description, TDraft start, Func<TDraft, T> make, Func<T, Option<TDraft>> read, params Member<TDraft>[] members) =>
        new UnionCase<T, TDraft>(start, make, read, members) { Name = name, Description = description };

    private static UnionCase<T>[] Activations<T>(Func<T, Option<Activation>> read)
        where T : Architecture
    {
        return
        [
            One("relu", "max(x, 0).", new Relu()),
            With("leaky-relu", "x, below 0 times a slope.", "slope", "The slope below 0.", new LeakyRelu().Slope, number => new LeakyRelu(number), own => own is LeakyRelu leaky ? leaky.Slope : Option<double>.None),
            With("elu", "x, below 0 alpha·(eˣ − 1).", "alpha", "α: what it falls to is −α.", new Elu().Alpha, number => new Elu(number), own => own is Elu elu ? elu.Alpha : Option<double>.None),
            One("gelu", "x·Φ(x), with Φ of the normal distribution.", new Gelu()),
            One("silu", "x·sigmoid(x).", new Silu()),
            One("softplus", "log(1 + eˣ).", new Softplus()),
            One("tanh", "The hyperbolic tangent.", new Tanh()),
            One("sigmoid", "1 / (1 + e⁻ˣ).", new Sigmoid()),
            One("identity", "x.", new Identity()),
            Case<T, Expression>(
                "expression",
                "A function written as a formula.",
                Express.Variable("x"),
                formula => (T)(Architecture)new ExpressionActivation(formula),
                own => read(own).Bind(activation => activation is ExpressionActivation formula ? Prelude.Some(formula.Expression) : Option<Expression>.None),
                Own("formula", "The formula, of one variable.", new FormulaForm(), isRequired: true)),
        ];

        UnionCase<T> One(string name, string description, Activation value) =>
            Case<T, Unit>(name, description, Unit.Default, _ => (T)(Architecture)value, own => read(own).Filter(value.Equals).Map(_ => Unit.Default));

        UnionCase<T> With(string name, string description, string member, string meaning, double usual, Func<double, Activation> make, Func<Activation, Option<double>> number) =>
            Number(name, description, member, meaning, NumberRange.Finite, usual, value => (T)(Architecture)make(value), own => read(own).Bind(number));
    }

    /// <summary>A member that is all that is said of a kind.</summary>
    private static Member<T> Own<T>(string name, string description, Form<T> form, bool isRequired) =>
        new Member<T, T>(form, own => own, (_, value) => value) { Name = name, Description = description, IsRequired = isRequired };
}
