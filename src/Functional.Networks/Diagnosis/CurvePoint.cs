namespace Functional.Networks;

/// <summary>How well a network does at one time of its training.</summary>
/// <param name="Steps">The number of steps done.</param>
/// <param name="TrainingLoss">The loss on the samples that are trained on.</param>
/// <param name="ValidationLoss">The loss on samples that are not; nothing where there are none.</param>
public sealed record CurvePoint(long Steps, double TrainingLoss, double? ValidationLoss)
{
    /// <summary>An epoch's end as a point.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="epoch">The epoch; its training loss is the mean over its steps.</param>
    public static CurvePoint Of<T>(Epoch<T> epoch)
        where T : struct, IFloatingPointIeee754<T> =>
        new(Given.NotNull(epoch).State.Step, epoch.TrainingLoss, epoch.Validation is { } validation ? double.CreateChecked(validation.Loss) : null);
}
