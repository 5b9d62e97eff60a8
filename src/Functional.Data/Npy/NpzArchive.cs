namespace Functional.Data;

using System;
using LanguageExt;

/// <summary>Named NumPy arrays, as <c>numpy.savez</c> puts them together.</summary>
/// <param name="Source">Where they came from: a file's path or a stream's name.</param>
/// <param name="Arrays">Each array under its name, in the archive's order; no name comes twice.</param>
public sealed record NpzArchive(string Source, Seq<(string Name, NpyArray Array)> Arrays)
{
    /// <summary>Where they came from: a file's path or a stream's name.</summary>
    public string Source { get; init => field = Given.NotNull(value); } = Given.NotNull(Source);

    /// <summary>The array of a name.</summary>
    /// <param name="name">The name, without ".npy".</param>
    /// <returns>The array, or a fault that tells the names that there are.</returns>
    public Either<DataFault, NpyArray> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const int Shown = 12;
        return Arrays.Find(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Map(entry => entry.Array).ToEither(() => new DataFault(
            Source,
            Arrays.IsEmpty ? "there are no arrays" : $"the arrays are {string.Join(", ", Arrays.Take(Shown).Select(entry => entry.Name))}{(Arrays.Count > Shown ? $" and {Arrays.Count - Shown} more" : string.Empty)}",
            $"an array {name}"));
    }

    /// <summary>Whether there is an array of a name.</summary>
    /// <param name="name">The name, without ".npy".</param>
    public bool Contains(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Arrays.Exists(entry => string.Equals(entry.Name, name, StringComparison.Ordinal));
    }
}
