namespace Functional.Verification;

/// <summary>What a batch's loss is made of its samples'.</summary>
/// <param name="losses">Each sample's loss, summed over its outputs.</param>
/// <param name="weights">Each sample's weight.</param>
/// <param name="outputs">The number of outputs.</param>
/// <returns>The batch's loss.</returns>
public delegate double Reducing(double[] losses, double[] weights, int outputs);
