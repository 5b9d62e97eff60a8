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

    /// <summary>Makes the output's values of the input's.</summary>
    public abstract void Forward(Crew<T> crew, T[] parameters, int from, int to);

    /// <summary>Makes the input's gradients of the output's; not called where nobody asks for them.</summary>
    public abstract void Backward(Crew<T> crew, T[] parameters, int from, int to);

    /// <summary>Sums the gradient by the parameters over all samples; each thread of the crew takes its part.</summary>
    public virtual void Sum(Crew<T> crew, T[] gradient, int samples)
    {
    }
}
