namespace Functional.Networks;

using System.Collections.Immutable;
using System.Linq;
using LanguageExt;

/// <summary>Some of a network's parameters, chosen by what they are or what they are called.</summary>
public abstract record ParameterChoice
{
    private protected ParameterChoice()
    {
    }

    /// <summary>All of them.</summary>
    public static ParameterChoice All { get; } = new AllParameters();

    /// <summary>Those that multiply inputs.</summary>
    public static ParameterChoice Weights { get; } = new ParametersOfRole(ParameterRole.Weights);

    /// <summary>Those of the given names, such as "0.weights"; a * stands for any characters, as in "0.*" for a layer and "*.bias" for all biases.</summary>
    /// <param name="names">The names; each must fit a parameter of the network.</param>
    public static ParameterChoice Named(params string[] names) => new NamedParameters(Given.NoNulls(names).ToArray().ToSeq().Strict());

    /// <summary>All but these.</summary>
    public ParameterChoice Complement() => new OtherParameters(this);

    /// <summary>Whether a parameter is chosen.</summary>
    /// <param name="name">Its full name.</param>
    /// <param name="role">What it does in its layer.</param>
    public abstract bool Contains(string name, ParameterRole role);

    /// <summary>Throws where the choice names a parameter that is not there.</summary>
    internal virtual void RequireNames(Seq<string> names)
    {
    }

    /// <summary>Whether each parameter of a layout is chosen.</summary>
    internal ImmutableArray<bool> Among(ParameterLayout layout) => [.. layout.Slots.Select(slot => Contains(slot.Name, slot.Role))];
}
