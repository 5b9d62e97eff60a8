namespace Functional.Networks;

/// <summary>What a parameter does in its layer; penalties and weight decay choose by it.</summary>
public enum ParameterRole
{
    /// <summary>Multiplies inputs.</summary>
    Weights,

    /// <summary>Is added to outputs; penalties leave it out.</summary>
    Bias,

    /// <summary>Multiplies one feature, as a normalisation's scale or a rectified unit's slope; penalties leave it out.</summary>
    Scale,

    /// <summary>Is gathered in training and used in inference; it has no gradient.</summary>
    Statistic,
}
