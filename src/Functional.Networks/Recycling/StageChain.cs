namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;

/// <summary>Stages one behind another.</summary>
/// <param name="Input">What the first one reads.</param>
/// <param name="Stages">The stages.</param>
internal sealed record StageChain<T>(Signal<T> Input, ImmutableArray<Stage<T>> Stages) : IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>What the last one writes.</summary>
    public Signal<T> Output => Stages.IsEmpty ? Input : Stages[^1].Output;

    /// <summary>Whether all stages are such as only a few samples go through.</summary>
    public bool IsForFew { get; } = Stages.All(stage => stage is FewSamplesStage<T>);

    /// <summary>All stages forward.</summary>
    public void Forward(Crew<T> crew, T[] parameters, int from, int to)
    {
        foreach (var stage in Stages.AsSpan())
        {
            stage.Forward(crew, parameters, from, to);
        }
    }

    /// <summary>All stages back, as far as somebody asks for gradients.</summary>
    public void Backward(Crew<T> crew, T[] parameters, int from, int to)
    {
        for (var i = Stages.Length - 1; i >= 0; i--)
        {
            if (Stages[i].GoesBack)
            {
                Stages[i].Backward(crew, parameters, from, to);
            }
        }
    }

    /// <summary>All stages back, and the gradient by all parameters, for one thread that has all samples.</summary>
    public void BackwardAndSum(Crew<T> crew, T[] parameters, T[] gradient, int samples)
    {
        for (var i = Stages.Length - 1; i >= 0; i--)
        {
            Stages[i].BackwardAndSum(crew, parameters, gradient, samples);
        }
    }

    /// <summary>The gradient by all parameters.</summary>
    public void Sum(Crew<T> crew, T[] gradient, int samples)
    {
        foreach (var stage in Stages.AsSpan())
        {
            stage.Sum(crew, gradient, samples);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Input.Dispose();
        foreach (var stage in Stages)
        {
            stage.Output.Dispose();
            (stage as IDisposable)?.Dispose();
        }
    }
}
