namespace Functional.Experiments;

/// <summary>How numbers become places.</summary>
public enum AxisScale
{
    /// <summary>Equal differences have equal distances.</summary>
    Linear = 0,

    /// <summary>Equal ratios have equal distances; what is not above 0 has no place and is left out, and the note says so.</summary>
    Logarithmic = 1,
}
