namespace Functional.Verification;

using System.Collections.Generic;
using System.Collections.Immutable;
using Functional.Numerics.Randomness;

/// <summary>Which samples each step sees.</summary>
/// <param name="count">The number of samples.</param>
/// <param name="key">What the choice is drawn from.</param>
/// <param name="fromStep">The first step that is wanted.</param>
/// <returns>The indices of each step's samples, without end.</returns>
public delegate IEnumerable<ImmutableArray<int>> Ordering(int count, RandomKey key, long fromStep);
