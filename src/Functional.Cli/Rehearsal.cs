namespace Functional.Cli;

using System;
using System.Threading;
using System.Threading.Tasks;
using Functional.Data;
using Functional.Experiments;

/// <summary>
/// A miniature of a training, on a thread of its own while the samples are being read: what the runtime compiles when it is first asked for is compiled by then. It computes
/// nothing that anybody sees, so it changes no bit.
/// </summary>
internal sealed class Rehearsal : IDisposable
{
    /// <summary>Parameters up to which a network is rehearsed: beyond that a step takes longer than compiling it.</summary>
    public const long MostParameters = 1 << 18;

    private readonly CancellationTokenSource end = new();

    private Rehearsal(TrainSettings settings, Action<TrainSettings, DataSplit, CancellationToken> rehearse)
    {
        var ending = end.Token;
        Work = IsWorthwhile(settings) ? Task.Run(() => OnDigits(settings, rehearse, ending)) : Task.CompletedTask;
    }

    /// <summary>What it does. Nobody waits for it, nor asks how it ended: whatever goes wrong goes wrong with the true samples, too, and is told then.</summary>
    public Task Work { get; }

    /// <summary>Begins a rehearsal where samples come from files, more than one thread may compute, and the network is small.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="rehearse">What to do with the samples until it is told to end.</param>
    public static Rehearsal Begin(TrainSettings settings, Action<TrainSettings, DataSplit, CancellationToken> rehearse) => new(settings, rehearse);

    /// <summary>Tells it to end.</summary>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private static bool IsWorthwhile(TrainSettings settings) => settings.Threads > 1 && settings.Experiment.Data is not DataSource.EmbeddedDigits;

    private static void OnDigits(TrainSettings settings, Action<TrainSettings, DataSplit, CancellationToken> rehearse, CancellationToken end)
    {
        var digits = Digits.Load();
        var isSmall = Outline.Of(settings.Experiment.Architecture(digits.Train.OutputCount), digits.Train.FeatureCount)
            .Match(Right: outline => outline.ParameterCount <= MostParameters, Left: _ => false);
        if (isSmall)
        {
            settings.Experiment.For(digits).IfSuccess(fit => rehearse(settings with { Experiment = fit }, digits, end));
        }
    }
}
