namespace Functional.Networks;

/// <summary>Samples of similar confidence, and how often these are right.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Confidence">The mean of their confidences, from 0 to 1; 0 where there are none.</param>
/// <param name="Accuracy">The share that is right, from 0 to 1; 0 where there are none.</param>
public sealed record CalibrationBin(int Count, double Confidence, double Accuracy)
{
    /// <summary>How far confidence and accuracy are apart, from 0 to 1.</summary>
    public double Gap => System.Math.Abs(Confidence - Accuracy);
}
