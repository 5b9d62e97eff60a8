namespace Functional.Networks;

/// <summary>What a step at one learning rate met.</summary>
/// <param name="Rate">The learning rate.</param>
/// <param name="Loss">The batch's loss before the step: what the steps at lower rates led to.</param>
/// <param name="Smoothed">The running mean of the losses up to here.</param>
public sealed record RatePoint(double Rate, double Loss, double Smoothed);
