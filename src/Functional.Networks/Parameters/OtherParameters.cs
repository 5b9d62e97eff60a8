namespace Functional.Networks;

using LanguageExt;

/// <summary>All parameters but some.</summary>
/// <param name="Choice">Those that are left out.</param>
public sealed record OtherParameters(ParameterChoice Choice) : ParameterChoice
{
    /// <summary>Those that are left out.</summary>
    public ParameterChoice Choice { get; init => field = Given.NotNull(value); } = Given.NotNull(Choice);

    /// <inheritdoc/>
    public override bool Contains(string name, ParameterRole role) => !Choice.Contains(Given.NotNull(name), role);

    internal override void RequireNames(Seq<string> names) => Choice.RequireNames(names);
}
