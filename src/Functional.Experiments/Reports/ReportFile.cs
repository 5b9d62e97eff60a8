namespace Functional.Experiments;

using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>Writes reports of run folders.</summary>
public static class ReportFile
{
    /// <summary>Writes the report of a run, from what its folder holds and the samples that its experiment names.</summary>
    /// <remarks>Where the samples are not at hand, or are not those of the run, the report does without them and says so; so it does without a network that cannot be read.</remarks>
    /// <param name="folder">The run's folder.</param>
    /// <param name="path">The file to write, whole or not at all; the folder's own report where left out.</param>
    /// <param name="execution">How to compute; sequentially when left out. It changes no letter.</param>
    /// <returns>The report, or what is wrong with the folder, or why the file cannot be written.</returns>
    public static Validation<DataFault, RunReport> Write(RunFolder folder, string? path = null, Execution? execution = null) => Given.NotNull(folder).Read().Bind(record =>
    {
        var model = ModelOf(record);
        var split = SplitOf(record);
        var remarks = Remarks(model.Bind(own => own.Match(Right: _ => Option<string>.None, Left: Prelude.Some))) + Remarks(split.Match(Right: _ => Option<string>.None, Left: Prelude.Some));
        return Write(
            path ?? folder.ReportFile,
            RunReport.Of(
                folder.Name,
                record,
                model.Bind(own => own.Match(Right: Prelude.Some, Left: _ => Option<Model>.None)),
                split.Match(Right: Prelude.Some, Left: _ => Option<DataSplit>.None),
                remarks,
                execution));
    });

    /// <summary>Writes the report of a run whose network and samples are at hand.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="model">The network that is the result; none where there is no result.</param>
    /// <param name="split">The samples.</param>
    /// <param name="execution">How to compute.</param>
    internal static Validation<DataFault, RunReport> Write(RunFolder folder, Option<Model> model, DataSplit split, Execution? execution) => folder.Read()
        .Bind(record => Write(folder.ReportFile, RunReport.Of(folder.Name, record, model, split, Seq<string>.Empty, execution)));

    private static Validation<DataFault, RunReport> Write(string path, RunReport report) => TextFile.Write(path, HtmlReport.Of(report)).Map(_ => report).ToValidation();

    private static Option<Either<string, Model>> ModelOf(RunRecord record) => record.Status.Phase == RunPhase.Finished
        ? Prelude.Some(ModelFile.Load(record.Folder.ModelFile).MapLeft(fault => $"The network cannot be read, so nothing is told of what it makes of samples. {fault.Message}"))
        : Option<Either<string, Model>>.None;

    private static Either<string, DataSplit> SplitOf(RunRecord record) => record.Experiment.Data.Load().Match(
        Succ: split => record.Fingerprints.Exists(own => !string.Equals(own.Data, DataFingerprint.Of(split), System.StringComparison.Ordinal))
            ? $"The samples at {record.Experiment.Data} are not those that the run was carried out on, so none are shown and classes are not told."
            : Prelude.Right<string, DataSplit>(split),
        Fail: faults => $"The samples are not at hand, so none are shown and classes are not told. {string.Join(' ', faults.Map(fault => fault.Message))}");

    private static Seq<string> Remarks(Option<string> remark) => remark.ToSeq();
}
