namespace Functional.Networks;

/// <summary>Why a minimiser stopped.</summary>
public enum MinimiserStop
{
    /// <summary>No component of the gradient is larger in magnitude than the gradient tolerance.</summary>
    GradientTolerance = 0,

    /// <summary>The last step made the value smaller by no more than the value tolerance, relative to the larger of the two values and 1.</summary>
    ValueTolerance = 1,

    /// <summary>As many iterations are done as are allowed.</summary>
    IterationLimit = 2,

    /// <summary>The function has been evaluated as often as is allowed.</summary>
    EvaluationLimit = 3,

    /// <summary>Downhill from here no point was found that is low enough: rounding hides the slope, or value and gradient do not belong together.</summary>
    LineSearchFailed = 4,

    /// <summary>The value or the gradient at the starting point is infinite or NaN.</summary>
    NotFinite = 5,
}
