namespace Functional.Networks;

/// <summary>
/// A layer as it works in recycled memory: the same arithmetic as its forward function and its pullback, on a range of samples.
/// Threads own ranges of samples on the way forward and back, and ranges of columns where sums over samples are taken. All threads that share
/// a workspace come to every stage, those without samples of their own, too: where a stage needs the whole batch, they work on it together.
/// </summary>
internal abstract class Stage<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>A stage between two signals.</summary>
    protected Stage(Signal<T> input, Signal<T> output)
    {
        Input = input;
        Output = output;
    }

    /// <summary>What it reads.</summary>
    public Signal<T> Input { get; }

    /// <summary>What it writes.</summary>
    public Signal<T> Output { get; }

    /// <summary>Whether there is anything to do on the way back.</summary>
    public virtual bool GoesBack => Input.Gradients.Length > 0;

    /// <summary>Makes the output's values of the input's.</summary>
    public abstract void Forward(Crew<T> crew, T[] parameters, int from, int to);

    /// <summary>Makes the input's gradients of the output's; called where the stage <see cref="GoesBack"/>.</summary>
    public abstract void Backward(Crew<T> crew, T[] parameters, int from, int to);

    /// <summary>Sums the gradient by the parameters over all samples; each thread of the crew takes its part.</summary>
    public virtual void Sum(Crew<T> crew, T[] gradient, int samples)
    {
    }

    /// <summary>The way back and the sums, for one thread that has all samples: it reads the gradients again while they are in cache.</summary>
    public virtual void BackwardAndSum(Crew<T> crew, T[] parameters, T[] gradient, int samples)
    {
        if (GoesBack)
        {
            Backward(crew, parameters, 0, samples);
        }

        Sum(crew, gradient, samples);
    }
}
