namespace Functional.Experiments;

/// <summary>The figures that trials are compared by: their names and what they are of an epoch.</summary>
public static class SweepFigures
{
    /// <summary>The names.</summary>
    public static NameTable<SweepFigure> Names { get; } = new(
        "figure",
        ("validation-accuracy", SweepFigure.ValidationAccuracy),
        ("validation-loss", SweepFigure.ValidationLoss),
        ("test-accuracy", SweepFigure.TestAccuracy),
        ("test-loss", SweepFigure.TestLoss));

    /// <summary>Whether a larger number is better.</summary>
    /// <param name="figure">The figure.</param>
    public static bool IsAccuracy(this SweepFigure figure) => figure is SweepFigure.ValidationAccuracy or SweepFigure.TestAccuracy;

    /// <summary>Whether the figure is of held-out samples.</summary>
    /// <param name="figure">The figure.</param>
    public static bool IsOfValidation(this SweepFigure figure) => figure is SweepFigure.ValidationAccuracy or SweepFigure.ValidationLoss;

    /// <summary>The figure of an epoch; NaN where it is of held-out samples and there are none.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="epoch">The epoch.</param>
    public static double Of(this SweepFigure figure, EpochFigures epoch)
    {
        System.ArgumentNullException.ThrowIfNull(epoch);
        return figure switch
        {
            SweepFigure.ValidationAccuracy => epoch.Validation?.Accuracy ?? double.NaN,
            SweepFigure.ValidationLoss => epoch.Validation?.Loss ?? double.NaN,
            SweepFigure.TestAccuracy => epoch.TestAccuracy,
            _ => epoch.TestLoss,
        };
    }
}
