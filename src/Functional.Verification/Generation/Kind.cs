namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

/// <summary>A concrete type of a closed family, how often it is wanted, and how it is generated.</summary>
internal sealed record Kind<T>(Type Type, int Weight, Gen<T> Generator)
{
    /// <summary>One of the kinds, by their weights.</summary>
    public static Gen<T> AnyOf(IEnumerable<Kind<T>> kinds) => Gen.Frequency(kinds.Select(kind => (kind.Weight, kind.Generator)));
}
