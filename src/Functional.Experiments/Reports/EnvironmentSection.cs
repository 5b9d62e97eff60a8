namespace Functional.Experiments;

using System.Linq;

/// <summary>Where the run was carried out.</summary>
internal static class EnvironmentSection
{
    private const int MostSessions = 5;

    /// <summary>The part.</summary>
    public static Markup Of(RunReport report)
    {
        var sessions = report.Record.Sessions;
        var first = System.Math.Max(0, sessions.Count - MostSessions);
        return Page.Section(
            "Environment",
            Page.Remark($"Recorded, and never part of the result. The run took {Seconds(report.Record.Status.Seconds)} in {ReportNumbers.Counted(sessions.Count, "session")}{(first > 0 ? $"; here are the last {MostSessions}" : string.Empty)}."),
            Markup.Lines(sessions.Skip(first).Select((session, place) => Markup.All(
            [
                sessions.Count == 1 ? Markup.Nothing : Markup.Element("h3", $"Session {ReportNumbers.Count(first + place + 1)}"),
                Page.Keys(
                [
                    ("Functional", $"{session.Program}, arithmetic {session.Arithmetic}, random numbers {session.RandomStream}"),
                    ("framework", session.Framework),
                    ("operating system", session.OperatingSystem),
                    ("processor", session.Processor),
                    ("threads", $"{ReportNumbers.Count(session.Threads)} on {ReportNumbers.Counted(session.Processors, "processor")}"),
                    ("vectors", session.Vectors),
                    ("began", session.Started),
                ]),
            ]))));
    }

    private static string Seconds(double seconds) => $"{ReportNumbers.Size(seconds)} s";
}
