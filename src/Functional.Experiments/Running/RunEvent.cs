namespace Functional.Experiments;

using Functional.Networks;

/// <summary>
/// Something that happens in a run: one of <see cref="StepDone"/>, <see cref="EpochDone"/>, <see cref="LayersMeasured"/>, <see cref="StateReached"/>,
/// <see cref="Diverged"/>, <see cref="RanAway"/> and <see cref="Finished"/>. Figures are shown in double precision whatever the network's.
/// </summary>
public abstract record RunEvent
{
    private RunEvent()
    {
    }

    /// <summary>A step is done.</summary>
    /// <param name="Step">The step's number, counted from 0.</param>
    /// <param name="Loss">The loss on the step's batch, before the update.</param>
    /// <param name="Correct">How many of the batch's samples were classified rightly, before the update.</param>
    /// <param name="Samples">The number of samples in the batch.</param>
    public sealed record StepDone(long Step, double Loss, int Correct, int Samples) : RunEvent;

    /// <summary>All samples have been seen once more, and the network was evaluated on all of them.</summary>
    /// <param name="Figures">How it does.</param>
    public sealed record EpochDone(EpochFigures Figures) : RunEvent
    {
        /// <summary>How it does.</summary>
        public EpochFigures Figures { get; init => field = Given.NotNull(value); } = Given.NotNull(Figures);
    }

    /// <summary>What the layers would do in the step that comes next was measured, where that was asked for.</summary>
    /// <param name="Figures">What they do.</param>
    public sealed record LayersMeasured(NetworkFigures Figures) : RunEvent
    {
        /// <summary>What they do.</summary>
        public NetworkFigures Figures { get; init => field = Given.NotNull(value); } = Given.NotNull(Figures);
    }

    /// <summary>A state is reached that was asked for: a run that begins with it goes on as this one does.</summary>
    /// <param name="State">The state.</param>
    public sealed record StateReached(RunState State) : RunEvent
    {
        /// <summary>The state.</summary>
        public RunState State { get; init => field = Given.NotNull(value); } = Given.NotNull(State);
    }

    /// <summary>A number that is not finite appeared; the run ends here.</summary>
    /// <param name="Divergence">Where it appeared.</param>
    public sealed record Diverged(Divergence Divergence) : RunEvent
    {
        /// <summary>Where it appeared.</summary>
        public Divergence Divergence { get; init => field = Given.NotNull(value); } = Given.NotNull(Divergence);
    }

    /// <summary>The loss is still finite, but so far above the first step's that training is lost; the run ends here.</summary>
    /// <param name="Step">The step's number, counted from 0.</param>
    /// <param name="Loss">The loss on the step's batch.</param>
    /// <param name="FirstLoss">The loss on the first step's batch.</param>
    /// <param name="Place">The layer with the largest outputs, such as "layer 2, Affine 50→10".</param>
    public sealed record RanAway(long Step, double Loss, double FirstLoss, string Place) : RunEvent
    {
        /// <summary>The layer with the largest outputs, such as "layer 2, Affine 50→10".</summary>
        public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

        /// <summary>The fault in words.</summary>
        public string Message => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Training diverged at step {Step}: the loss is {Loss:0.0e+0}, at the first step it was {FirstLoss:0.0e+0}; the largest numbers are the outputs of {Place}.");
    }

    /// <summary>All epochs are done that were wanted, or a rule says to stop; the run ends here.</summary>
    /// <param name="Result">What it came to.</param>
    public sealed record Finished(RunResult Result) : RunEvent
    {
        /// <summary>What it came to.</summary>
        public RunResult Result { get; init => field = Given.NotNull(value); } = Given.NotNull(Result);
    }
}
