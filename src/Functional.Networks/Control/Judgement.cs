namespace Functional.Networks;

/// <summary>Which of two figures is the better one.</summary>
internal static class Judgement
{
    /// <summary>The monitored figure.</summary>
    public static double Figure(Monitor monitor, Progress progress) => monitor == Monitor.Loss ? progress.Loss : progress.Accuracy;

    /// <summary>Whether a figure is better than the best one by more than a margin; anything but NaN is better than NaN.</summary>
    public static bool IsBetter(Monitor monitor, double figure, double best, double margin) =>
        !double.IsNaN(figure) && (double.IsNaN(best) || (monitor == Monitor.Loss ? figure < best - margin : figure > best + margin));
}
