namespace Functional.Networks;

using System.Runtime.InteropServices;

/// <summary>How far training has come, in the figures that stopping rules look at.</summary>
/// <param name="Steps">The number of steps done.</param>
/// <param name="Loss">The loss: of the step's batch, or at the end of an epoch over the validation samples.</param>
/// <param name="Accuracy">The share of the same samples that is classified rightly, from 0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Progress(long Steps, double Loss, double Accuracy)
{
    /// <summary>A step's progress: its batch's loss and accuracy, before the update.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="advance">The step.</param>
    public static Progress Of<T>(Advance<T> advance)
        where T : struct, IFloatingPointIeee754<T> =>
        new(Given.NotNull(advance).State.Step, double.CreateChecked(advance.Measurement.Loss), (double)advance.Measurement.Correct / advance.Measurement.Samples);

    /// <summary>An epoch's progress: over the validation samples, or where there are none over the epoch's own steps.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="epoch">The epoch.</param>
    public static Progress Of<T>(Epoch<T> epoch)
        where T : struct, IFloatingPointIeee754<T> => Given.NotNull(epoch).Validation is { } validation
            ? new(epoch.State.Step, double.CreateChecked(validation.Loss), validation.Accuracy)
            : new(epoch.State.Step, epoch.TrainingLoss, epoch.TrainingAccuracy);
}
