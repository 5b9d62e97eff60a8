namespace Functional.Experiments;

using System.Linq;
using Functional.Networks;
using Functional.Numerics.Expressions;
using LanguageExt;

/// <summary>Activations as text and back: a name of <see cref="Names.Activations"/>, otherwise a formula of x, such as <c>x * sigmoid(1.702 * x)</c>.</summary>
public static class ActivationText
{
    private const string Variable = "x";

    /// <summary>What may be written, in words.</summary>
    public static string Alternatives => $"{Names.Activations.Alternatives}, or a formula of {Variable} such as {Variable} * sigmoid({Variable})";

    /// <summary>The activation of a text.</summary>
    /// <param name="text">A name in any case, or a formula as <see cref="Formula"/> reads it.</param>
    /// <returns>The activation, or a fault that lists the names or, where something like a formula was found, tells the place in it.</returns>
    public static Validation<SettingFault, Activation> Parse(string text) => Names.Activations.Parse(text).Match(
        Prelude.Success<SettingFault, Activation>,
        faults => Formula.Parse(text).Match(
            expression => expression is not Expression.Variable && expression.Variables is [Variable]
                ? Prelude.Success<SettingFault, Activation>(new ExpressionActivation(expression))
                : IsLikeAName(text) ? Prelude.Fail<SettingFault, Activation>(faults[0]) : Fault(text, $"a formula of {Variable} alone; this one {Has(expression)}"),
            fault => IsLikeAName(text) ? Prelude.Fail<SettingFault, Activation>(faults[0]) : Fault(text, $"a name, or a formula of {Variable}: at character {fault.Position} stands {fault.Found}, where {fault.Expected} is expected")));

    /// <summary>The text of an activation: its name where it has one, otherwise its formula or, of other activations, what they are called in tables.</summary>
    /// <param name="activation">The activation.</param>
    public static string Write(Activation activation) => Names.Activations.NameOf(Given.NotNull(activation))
        .IfNone(() => activation is ExpressionActivation own ? $"{own.Expression}" : activation.Title);

    private static string Has(Expression expression) => expression.Variables.Count == 0 ? "has no variable" : $"has the variables {string.Join(", ", expression.Variables)}";

    private static bool IsLikeAName(string text) => text.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or ' ');

    private static Validation<SettingFault, Activation> Fault(string text, string expected) =>
        Prelude.Fail<SettingFault, Activation>(new SettingFault(Names.Activations.Setting, $"'{text}'", expected));
}
