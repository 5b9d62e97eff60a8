namespace Functional.Experiments;

using Functional.Networks;
using Functional.Numerics;

/// <summary>A world of one process: helpers are objects here, and being killed is an exception, behind which the same order is given again.</summary>
internal sealed class LabHere : ILabHost
{
    /// <inheritdoc/>
    public void Kill() => throw new LabKilledException();

    /// <inheritdoc/>
    public LabHelper<T> Helper<T>(Experiment experiment, int inputs, int outputs)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => new(Worker<T>(experiment, inputs, outputs));

    /// <summary>Someone who carries grains of an experiment in this process.</summary>
    public static IGrainWorker<T> Worker<T>(Experiment experiment, int inputs, int outputs)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        new GrainWorker<T>((Chain<T>)experiment.Architecture(outputs).Initialise<T>(inputs, experiment.InitialKey), Execution.Sequential);
}
