namespace Functional.Experiments;

/// <summary>How well one of the values is predicted that belong to a sample.</summary>
/// <param name="MeanAbsolute">The mean absolute error.</param>
/// <param name="RootMeanSquare">The square root of the mean squared error.</param>
/// <param name="Determination">The coefficient of determination R²: 1 at best, 0 for what the mean of the values predicts.</param>
public sealed record OutputErrors(double MeanAbsolute, double RootMeanSquare, double Determination);
