namespace Functional.Networks;

using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>A transformation's state as numbers that are written over from step to step.</summary>
internal sealed class MomentStore<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A state's numbers, copied.</summary>
    public MomentStore(TransformationState<T> state, ParameterLayout layout)
    {
        Steps = state.Steps;
        Moments = [.. state.Moments.Map(layout.Load)];
        Numbers = [.. state.Numbers];
        Parts = [.. state.Parts.Map(part => new MomentStore<T>(part, layout))];
    }

    /// <summary>The number of steps done.</summary>
    public long Steps { get; private set; }

    /// <summary>The running values, in the parameters' layout.</summary>
    public T[][] Moments { get; }

    /// <summary>What is counted or measured beside them.</summary>
    public double[] Numbers { get; }

    /// <summary>The states of the transformations that this one is made of.</summary>
    public MomentStore<T>[] Parts { get; }

    /// <summary>All running values, those of the parts too.</summary>
    public IEnumerable<T[]> All => Moments.Concat(Parts.SelectMany(part => part.All));

    /// <summary>One step more has been done; the parts count their own.</summary>
    public void Advance() => Steps++;

    /// <summary>The state with these numbers, copied.</summary>
    public TransformationState<T> State(ParameterLayout layout) =>
        new(Steps, Moments.Select(layout.Store).ToSeq().Strict(), Parts.Select(part => part.State(layout)).ToSeq().Strict(), Numbers.ToArray().ToSeq().Strict());
}
