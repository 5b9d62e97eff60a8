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
        /// <summary>The steps, one by one as they are asked for.</summary>
        /// <param name="network">The network as it begins.</param>
        /// <param name="batches">A batch for each step.</param>
        /// <param name="execution">How to compute; sequentially when left out.</param>
        /// <exception cref="ExampleDivergence">A number became infinite or NaN.</exception>
        public IEnumerable<LearningStep<T>> Course<T>(Layer<T> network, IEnumerable<Batch<T>> batches, Execution? execution = null)
            where T : struct, IFloatingPointIeee754<T>
        {
            var state = training.Start(network, RandomKey.FromSeed(0));
            foreach (var batch in batches)
            {
                var step = training.Step(state, batch, execution).IfLeft(divergence => throw new ExampleDivergence(divergence));
                state = step.State;
                yield return new((int)step.Measurement.Step, batch, step.Measurement.Objective, state.Network);
            }
        }
    }
}
