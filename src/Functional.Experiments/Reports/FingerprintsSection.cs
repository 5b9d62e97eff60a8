namespace Functional.Experiments;

/// <summary>The identities by which the run can be proven to be the one that its description gives.</summary>
internal static class FingerprintsSection
{
    /// <summary>The part.</summary>
    public static Markup Of(RunReport report) => report.Record.Fingerprints.Match(
        Some: own => Page.Section(
            "Fingerprints",
            Page.Keys(
            [
                ("experiment", Code(own.Experiment)),
                ("data", Code(own.Data)),
                ("initial parameters", Code(own.Initial)),
                ("final parameters", own.Final.Map(Code).IfNone("there is no result yet")),
            ]),
            Page.Remark("SHA-256. functional verify, with this run's folder, carries the run out again and says whether every one agrees.")),
        None: () => Page.Section("Fingerprints", Page.Paragraph("The run was ended before they were known.")));

    private static Markup Code(string digest) => Markup.Element("code", digest);
}
