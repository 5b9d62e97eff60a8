namespace Functional.Networks;

using System;
using System.Globalization;

/// <summary>
/// Something that looks wrong with a training, with the figures that this rests on: one of <see cref="Vanishing"/>, <see cref="Exploding"/>,
/// <see cref="Dead"/>, <see cref="Saturated"/>, <see cref="RateTooHigh"/>, <see cref="RateTooLow"/>, <see cref="Overfitting"/> and
/// <see cref="Underfitting"/>.
/// </summary>
public abstract record Finding
{
    private Finding()
    {
    }

    /// <summary>What looks wrong, by which figures, and what often helps.</summary>
    public abstract string Message { get; }

    private static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Gradients vanish on their way back: the first layers hardly learn.</summary>
    /// <param name="First">The first layer.</param>
    /// <param name="Last">The last layer.</param>
    /// <param name="Ratio">The gradient by the first layer's outputs over that by the last layer's: the middle one of all snapshots.</param>
    /// <param name="Threshold">What it is below.</param>
    public sealed record Vanishing(string First, string Last, double Ratio, double Threshold) : Finding
    {
        /// <summary>The first layer.</summary>
        public string First { get; init => field = Given.NotNull(value); } = Given.NotNull(First);

        /// <summary>The last layer.</summary>
        public string Last { get; init => field = Given.NotNull(value); } = Given.NotNull(Last);

        /// <inheritdoc/>
        public override string Message => Words(
            $"Gradients vanish: what comes back to {First} is {Ratio:0.0e+0} times what {Last} gets (below {Threshold:0.0e+0}). Rectifiers, He initial weights, normalisation or residual blocks help; so do fewer layers.");
    }

    /// <summary>Gradients or outputs explode from layer to layer.</summary>
    /// <param name="Place">The layer where the size is largest.</param>
    /// <param name="What">"gradient" or "output".</param>
    /// <param name="Ratio">The size over that where it begins, at the network's last layer for gradients and at its first for outputs: the middle one of all snapshots.</param>
    /// <param name="Threshold">What it is above.</param>
    public sealed record Exploding(string Place, string What, double Ratio, double Threshold) : Finding
    {
        /// <summary>The layer where the size is largest.</summary>
        public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

        /// <summary>"gradient" or "output".</summary>
        public string What { get; init => field = Given.NotNull(value); } = Given.NotNull(What);

        /// <inheritdoc/>
        public override string Message => Words(
            $"Numbers explode from layer to layer: the {What} at {Place} is {Ratio:0.0e+0} times as large as where it begins (above {Threshold:0.0e+0}). Smaller initial weights, normalisation or clipping help.");
    }

    /// <summary>Units of a rectifier are dead: 0 for every sample.</summary>
    /// <param name="Place">The layer.</param>
    /// <param name="Share">The share of its units, from 0 to 1: the middle one of the later snapshots.</param>
    /// <param name="Threshold">What it is above.</param>
    public sealed record Dead(string Place, double Share, double Threshold) : Finding
    {
        /// <summary>The layer.</summary>
        public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

        /// <inheritdoc/>
        public override string Message => Words(
            $"Units are dead: {100 * Share:0}% of the outputs of {Place} are 0 for every sample (above {100 * Threshold:0}%). A smaller learning rate, biases that begin at 0 or above, or a leaky rectifier help.");
    }

    /// <summary>Units of a sigmoid or hyperbolic tangent are saturated: their derivatives are nearly 0.</summary>
    /// <param name="Place">The layer.</param>
    /// <param name="Share">The share of its values, from 0 to 1: the middle one of the later snapshots.</param>
    /// <param name="Threshold">What it is above.</param>
    public sealed record Saturated(string Place, double Share, double Threshold) : Finding
    {
        /// <summary>The layer.</summary>
        public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

        /// <inheritdoc/>
        public override string Message => Words(
            $"Units are saturated: {100 * Share:0}% of the outputs of {Place} are at a bound (above {100 * Threshold:0}%). Scaled inputs, smaller initial weights or a smaller learning rate help.");
    }

    /// <summary>The learning rate is too high: training leaps over what it looks for.</summary>
    /// <param name="UpdateRatio">The largest ratio of update to weights among the layers: the middle one of all snapshots; nothing where there are no weights.</param>
    /// <param name="FirstLoss">The loss at the beginning.</param>
    /// <param name="PeakLoss">The largest training loss; NaN where it diverged before there was one.</param>
    /// <param name="LastLoss">The last training loss; NaN where it diverged before there was one.</param>
    /// <param name="Divergence">Where it diverged; nothing where it did not.</param>
    public sealed record RateTooHigh(double? UpdateRatio, double FirstLoss, double PeakLoss, double LastLoss, Divergence? Divergence) : Finding
    {
        /// <inheritdoc/>
        public override string Message => Divergence is null
            ? Words($"The learning rate is too high: steps change the weights by {UpdateRatio:0.0e+0} of their size, and the loss went from {FirstLoss:G4} by way of {PeakLoss:G4} to {LastLoss:G4}. Divide it by 10, or decay it.")
            : Words($"The learning rate is too high: steps change the weights by {UpdateRatio:0.0e+0} of their size. {Divergence.Message} Divide it by 10, or clip gradients.");
    }

    /// <summary>The learning rate is too low: training hardly moves.</summary>
    /// <param name="UpdateRatio">The largest ratio of update to weights among the layers: the middle one of all snapshots.</param>
    /// <param name="Threshold">What it is below.</param>
    /// <param name="FirstLoss">The loss at the beginning.</param>
    /// <param name="LastLoss">The last training loss.</param>
    public sealed record RateTooLow(double UpdateRatio, double Threshold, double FirstLoss, double LastLoss) : Finding
    {
        /// <inheritdoc/>
        public override string Message => Words(
            $"The learning rate is too low: steps change the weights by {UpdateRatio:0.0e+0} of their size (below {Threshold:0.0e+0}), and the loss only went from {FirstLoss:G4} to {LastLoss:G4}. Multiply it by 10.");
    }

    /// <summary>The network learns its samples by heart: on others it becomes worse.</summary>
    /// <param name="BestSteps">The number of steps done where the validation loss was smallest.</param>
    /// <param name="BestValidationLoss">The smallest validation loss.</param>
    /// <param name="ValidationLoss">The last validation loss.</param>
    /// <param name="TrainingLossThen">The training loss where the validation loss was smallest.</param>
    /// <param name="TrainingLoss">The last training loss, a smaller one.</param>
    public sealed record Overfitting(long BestSteps, double BestValidationLoss, double ValidationLoss, double TrainingLossThen, double TrainingLoss) : Finding
    {
        /// <inheritdoc/>
        public override string Message => Words(
            $"The network overfits: since step {BestSteps} the validation loss rose from {BestValidationLoss:G4} to {ValidationLoss:G4}, while the training loss fell from {TrainingLossThen:G4} to {TrainingLoss:G4}. More samples, penalties, dropout, a smaller network or early stopping help.");
    }

    /// <summary>The network has come to rest where it still does badly.</summary>
    /// <param name="FirstLoss">The loss at the beginning.</param>
    /// <param name="LastLoss">The last training loss.</param>
    /// <param name="Change">By how much of itself the training loss changed over the last half of the run.</param>
    public sealed record Underfitting(double FirstLoss, double LastLoss, double Change) : Finding
    {
        /// <inheritdoc/>
        public override string Message => Words(
            $"The network underfits: the training loss went from {FirstLoss:G4} to {LastLoss:G4} and rests there, with a change of {100 * Change:0.0}% over the last half. More units or layers, weaker penalties or better features help; or the samples tell no more.");
    }
}
