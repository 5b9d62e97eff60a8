namespace Functional.Cli;

using System;
using Functional.Experiments;
using Functional.Networks;

/// <summary>Shows a training to somebody. It looks on and changes nothing.</summary>
internal interface ITrainReport
{
    /// <summary>Before anything is computed.</summary>
    void Begin(TrainPlan plan);

    /// <summary>The gradient agrees with numeric differentiation.</summary>
    void Checked(GradientReport report);

    /// <summary>Carries out the training, around which something may be shown.</summary>
    void During(TrainPlan plan, Action training);

    /// <summary>A step is done.</summary>
    void Step(RunEvent.StepDone step);

    /// <summary>An epoch is done.</summary>
    void Epoch(TimedEpoch epoch);

    /// <summary>All is done.</summary>
    void Finish(TrainPlan plan, TrainOutcome outcome);
}
