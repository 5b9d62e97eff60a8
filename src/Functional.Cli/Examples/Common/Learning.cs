namespace Functional.Cli.Examples;

using System.Collections.Generic;
using System.Numerics;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;

/// <summary>Training for examples, in which nothing is random that they did not draw themselves.</summary>
internal static class Learning
{
    extension(Training training)
    {
        /// <summary>What every step leads to and measures, one by one as it is asked for.</summary>
        /// <param name="network">The network as it begins.</param>
        /// <param name="batches">A batch for each step.</param>
        /// <param name="execution">How to compute; sequentially when left out.</param>
        /// <exception cref="ExampleDivergence">A number became infinite or NaN.</exception>
        public IEnumerable<Advance<T>> Course<T>(Layer<T> network, IEnumerable<Batch<T>> batches, Execution? execution = null)
            where T : struct, IFloatingPointIeee754<T>
        {
            foreach (var step in training.Trajectory(training.Start(network, RandomKey.FromSeed(0)), batches, execution))
            {
                yield return step.IfLeft(divergence => throw new ExampleDivergence(divergence));
            }
        }
    }
}
