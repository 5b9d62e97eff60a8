namespace Functional.Experiments;

using LanguageExt;

/// <summary>How far a run has come, in words and numbers for people.</summary>
/// <param name="Phase">How it stands with it.</param>
/// <param name="Step">The number of steps done when this was written.</param>
/// <param name="Epochs">The number of epochs done when this was written.</param>
/// <param name="ChosenEpoch">Which epoch's network is the result; none where there is no result.</param>
/// <param name="Ending">The reason's name: "epochs", "early-stopping" or "time-limit"; none where it has not come to its end.</param>
/// <param name="Message">What went wrong; none where nothing did.</param>
/// <param name="Seconds">How long it was carried out, all sessions together. No result depends on it.</param>
/// <param name="Sessions">How often it was begun or resumed.</param>
public sealed record RunStatus(
    RunPhase Phase, long Step, int Epochs, Option<int> ChosenEpoch, Option<string> Ending, Option<string> Message, double Seconds, int Sessions)
{
    /// <summary>Before anything is done.</summary>
    public static RunStatus Begun { get; } = new(RunPhase.Running, 0, 0, Option<int>.None, Option<string>.None, Option<string>.None, 0, 0);
}
