namespace Functional.Networks;

/// <summary>From which figures on something looks wrong. The defaults tell clear cases from usual ones; each has its reason beside it.</summary>
/// <param name="Vanishing">
/// Gradients vanish where the first layer's is below this share of the last layer's. Below a thousandth, plain descent at one rate for all
/// layers moves the first layers a thousand times less; in networks that learn, all layers are within one or two orders of magnitude
/// (X. Glorot, Y. Bengio 2010, figure 7).
/// </param>
/// <param name="Exploding">Numbers explode where gradients or outputs grow to more than this multiple across the layers: the inverse of a thousandth.</param>
/// <param name="Dead">A rectifier is dead where more than this share of its units is 0 for every sample: half its width is lost.</param>
/// <param name="Saturated">A bounded activation is saturated where more than this share of its values is at a bound: most samples no longer change the unit.</param>
/// <param name="HighUpdateRatio">
/// A step is too large where it changes some layer's weights by more than this share of their size, and the loss does not fall. About a
/// thousandth is usual (A. Karpathy, CS231n notes, "Ratio of weights:updates"); this is thirty times as much.
/// </param>
/// <param name="Peak">
/// Steps are too large, too, where the training loss rose to more than this multiple of what it was at the beginning, whatever became of it
/// later: steps downhill that are small enough do not go up so far.
/// </param>
/// <param name="LowUpdateRatio">A step is too small where it changes every layer's weights by less than this share of their size, and the loss hardly falls: a tenth of what is usual.</param>
/// <param name="SmallFall">The loss hardly falls where it falls by less than this share of what it was at the beginning.</param>
/// <param name="Rise">Overfitting: the validation loss rose by more than this share above its smallest value. Less may be noise.</param>
/// <param name="Rest">Underfitting: the training loss is at rest where it changed by less than this share over the last half of the run.</param>
/// <param name="BadLoss">Underfitting: at rest the loss is still more than this share of what it was at the beginning.</param>
public sealed record Thresholds(
    double Vanishing = 1e-3,
    double Exploding = 1e3,
    double Dead = 0.5,
    double Saturated = 0.5,
    double HighUpdateRatio = 0.03,
    double Peak = 2,
    double LowUpdateRatio = 1e-4,
    double SmallFall = 0.1,
    double Rise = 0.1,
    double Rest = 0.02,
    double BadLoss = 0.5);
