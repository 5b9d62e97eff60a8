namespace Functional.Networks;

using System;
using System.Collections.Immutable;

/// <summary>Stages one behind another.</summary>
/// <param name="Input">What the first one reads.</param>
/// <param name="Stages">The stages.</param>
internal sealed record StageChain<T>(Signal<T> Input, ImmutableArray<Stage<T>> Stages) : IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>What the last one writes.</summary>
    public Signal<T> Output => Stages.IsEmpty ? Input : Stages[^1].Output;

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
            // A residual stage may hold parameters that need the way back even where its own input does not.
            if (Stages[i].Input.Gradients.Length > 0 || (Stages[i] is ResidualStage<T> && Stages[i].Output.Gradients.Length > 0))
            {
                Stages[i].Backward(crew, parameters, from, to);
            }
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
