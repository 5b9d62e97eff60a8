namespace Functional.Networks;

/// <summary>The parameters that do one thing in their layers.</summary>
/// <param name="Role">What they do.</param>
public sealed record ParametersOfRole(ParameterRole Role) : ParameterChoice
{
    /// <inheritdoc/>
    public override bool Contains(string name, ParameterRole role) => role == Role;
}
