namespace Functional.Networks;

/// <summary>All parameters of a network.</summary>
public sealed record AllParameters : ParameterChoice
{
    /// <inheritdoc/>
    public override bool Contains(string name, ParameterRole role) => true;
}
