namespace Functional.Cli;

using System;
using System.Collections.Generic;
using Functional.Experiments;
using LanguageExt;
using Option = System.CommandLine.Option;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options that say how a run is recorded.</summary>
internal sealed class RecordingOptionsReader
{
    private const double MaximumMinutes = 1e6;

    private readonly TextOption steps = Reading.Text("checkpoint-steps", "NUMBER", "After how many steps a checkpoint is written (default: by time alone).");
    private readonly TextOption minutes = Reading.Text(
        "checkpoint-minutes", "MINUTES", $"After how many minutes a checkpoint is written (default: {RecordingOptions.Default.CheckpointTime?.TotalMinutes}); 0 for none by time.");

    private readonly TextOption kept = Reading.Text("checkpoints-kept", "NUMBER", $"How many checkpoints are kept, the newest ones (default: {RecordingOptions.Default.KeptCheckpoints}).");

    public IReadOnlyList<Option> All => [steps, minutes, kept];

    /// <summary>How a run is recorded, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, RecordingOptions> Read(ParseResult parsed) => Reading.Fold(parsed, Seq<SettingFault>.Empty, RecordingOptions.Default, Changes());

    /// <summary>What each option makes of how a run is recorded.</summary>
    public IEnumerable<Change<RecordingOptions>> Changes() =>
    [
        Change<RecordingOptions>.By(steps, text => Reading.Whole("checkpoint-steps", text, 1, int.MaxValue), (options, every) => options with { CheckpointSteps = every }),
        Change<RecordingOptions>.By(
            minutes,
            text => Reading.Number("checkpoint-minutes", text, InRange),
            (options, time) => options with { CheckpointTime = time > 0 ? TimeSpan.FromMinutes(time) : null }),
        Change<RecordingOptions>.By(kept, text => Reading.Whole("checkpoints-kept", text, 1, int.MaxValue), (options, last) => options with { KeptCheckpoints = last }),
    ];

    private static Validation<SettingFault, double> InRange(string setting, double number) => number is >= 0 and <= MaximumMinutes
        ? Prelude.Success<SettingFault, double>(number)
        : Prelude.Fail<SettingFault, double>(new SettingFault(setting, $"{number}", "a number of minutes that is not negative, such as 5 or 0.5"));
}
