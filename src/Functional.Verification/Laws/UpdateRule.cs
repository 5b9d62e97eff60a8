namespace Functional.Verification;

using System.Collections.Generic;

/// <summary>An optimiser as its textbook writes it, for one number: a pure function of all gradients.</summary>
/// <param name="start">The parameter before the first step.</param>
/// <param name="gradients">The gradient of each step; it does not depend on where the parameter moves.</param>
/// <returns>What each step adds to the parameter.</returns>
public delegate IReadOnlyList<double> UpdateRule(double start, IReadOnlyList<double> gradients);
