namespace Functional.Networks;

/// <summary>What a parameter does in its layer; penalties and weight decay choose by it.</summary>
public enum ParameterRole
{
    /// <summary>Multiplies inputs.</summary>
    Weights,

    /// <summary>Is added to outputs; penalties leave it out.</summary>
    Bias,
}
