namespace Functional.Cli;

/// <summary>Chooses how much of an epoch is told.</summary>
internal static class EpochLayouts
{
    private const int Usual = 62;
    private const int Judged = 22;
    private const int Rate = 9;
    private const int SpeedLeftOut = -13;
    private const int Middle = 34;

    /// <summary>The fullest layout whose lines fit into a terminal.</summary>
    /// <param name="width">The letters of a line.</param>
    /// <param name="columns">The columns that are there only where they say something.</param>
    public static EpochLayout Fitting(int width, EpochColumns columns)
    {
        var full = Usual + (columns.IsJudged ? Judged : 0) + (columns.RateChanges ? Rate : 0) + (columns.Any ? SpeedLeftOut : 0);
        return width >= full ? EpochLayout.Full : width >= Middle ? EpochLayout.Middle : EpochLayout.Short;
    }
}
