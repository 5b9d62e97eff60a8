namespace Functional.Verification;

using System;
using System.Collections.Generic;

/// <summary>What is done with cases of one kind.</summary>
/// <param name="Trial">From a case to what the laws are about.</param>
/// <param name="Smaller">Smaller cases, the greatest leaps first.</param>
/// <param name="Describe">The case in words.</param>
/// <param name="Replay">The line of code that tries it alone.</param>
internal sealed record CaseKind<TCase, TTrial>(Func<TCase, TTrial> Trial, Func<TCase, IEnumerable<TCase>> Smaller, Func<TCase, string> Describe, Func<TCase, string> Replay);
