namespace Functional.Experiments;

using System;
using Functional.Networks;
using LanguageExt;

/// <summary>How losses stand in documents.</summary>
internal static class LossForms
{
    /// <summary>A loss.</summary>
    public static NamedForm<Loss> Loss { get; } = new("loss", () => new UnionForm<Loss>(
        Plain("softmax-cross-entropy", "Cross-entropy of a softmax over the classes: for one class among several.", own => new SoftmaxCrossEntropy(own), own => own is SoftmaxCrossEntropy),
        Plain("sigmoid-cross-entropy", "Cross-entropy of a sigmoid for every output by itself.", own => new SigmoidCrossEntropy(own), own => own is SigmoidCrossEntropy),
        Plain("squared-error", "The squared difference.", own => new SquaredError(own), own => own is SquaredError { Half: false }),
        Plain("half-squared-error", "Half the squared difference.", own => new SquaredError(own, half: true), own => own is SquaredError { Half: true }),
        Plain("absolute-error", "The difference's magnitude.", own => new AbsoluteError(own), own => own is AbsoluteError),
        Number(
            "huber",
            "Squared near 0, absolute beyond.",
            "delta",
            "Where the parabola passes into the straight line.",
            NumberRange.Positive,
            new Huber().Delta,
            (number, own) => new Huber(number, own),
            own => own is Huber huber ? huber.Delta : Option<double>.None),
        Number(
            "softmax-focal",
            "Softmax cross-entropy in which what is classified well counts less.",
            "gamma",
            "How much less.",
            NumberRange.Strength,
            new SoftmaxFocal().Gamma,
            (number, own) => new SoftmaxFocal(number, own),
            own => own is SoftmaxFocal focal ? focal.Gamma : Option<double>.None),
        ArchitectureForms.Case<Loss, LossDraft>(
            "sigmoid-focal",
            "Sigmoid cross-entropy in which what is classified well counts less.",
            new(default, new SigmoidFocal().Gamma, Option<double>.None),
            own => new SigmoidFocal(own.Number, own.Alpha.ToNullable(), own.Reduction),
            own => own is SigmoidFocal focal ? new LossDraft(own.Reduction, focal.Gamma, focal.Alpha is { } alpha ? alpha : Option<double>.None) : Option<LossDraft>.None,
            LossDraft.NumberMember("gamma", "How much less.", NumberRange.Strength),
            LossDraft.AlphaMember,
            LossDraft.ReductionMember),
        Margin("hinge", "What an output lacks to the margin on its side.", (number, own) => new Hinge(number, squared: false, own), own => own is Hinge { Squared: false } hinge ? hinge.Margin : Option<double>.None),
        Margin("squared-hinge", "The square of what an output lacks to the margin on its side.", (number, own) => new Hinge(number, squared: true, own), own => own is Hinge { Squared: true } hinge ? hinge.Margin : Option<double>.None),
        Margin(
            "multiclass-hinge",
            "What the class's output lacks to the margin above all others.",
            (number, own) => new MulticlassHinge(number, squared: false, own),
            own => own is MulticlassHinge { Squared: false } hinge ? hinge.Margin : Option<double>.None),
        Margin(
            "squared-multiclass-hinge",
            "The square of what the class's output lacks to the margin above all others.",
            (number, own) => new MulticlassHinge(number, squared: true, own),
            own => own is MulticlassHinge { Squared: true } hinge ? hinge.Margin : Option<double>.None)));

    private static UnionCase<Loss> Plain(string name, string description, Func<Reduction, Loss> make, Func<Loss, bool> isOne) => ArchitectureForms.Case(
        name,
        description,
        new LossDraft(default, 0, Option<double>.None),
        own => make(own.Reduction),
        own => isOne(own) ? new LossDraft(own.Reduction, 0, Option<double>.None) : Option<LossDraft>.None,
        LossDraft.ReductionMember);

    private static UnionCase<Loss> Margin(string name, string description, Func<double, Reduction, Loss> make, Func<Loss, Option<double>> read) =>
        Number(name, description, "margin", "The margin, in units of the outputs.", NumberRange.Positive, 1, make, read);

    private static UnionCase<Loss> Number(
        string name, string description, string member, string meaning, NumberRange range, double usual, Func<double, Reduction, Loss> make, Func<Loss, Option<double>> read) =>
        ArchitectureForms.Case(
            name,
            description,
            new LossDraft(default, usual, Option<double>.None),
            own => make(own.Number, own.Reduction),
            own => read(own).Map(number => new LossDraft(own.Reduction, number, Option<double>.None)),
            LossDraft.NumberMember(member, meaning, range),
            LossDraft.ReductionMember);
}
