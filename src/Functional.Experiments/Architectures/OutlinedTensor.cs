namespace Functional.Experiments;

using LanguageExt;

/// <summary>A parameter's name and shape.</summary>
/// <param name="Name">Its full name, such as "0.weights".</param>
/// <param name="Shape">[outputs, inputs] for weights, [outputs] for a bias, [features] where there is a number for each feature.</param>
public sealed record OutlinedTensor(string Name, Seq<int> Shape)
{
    /// <summary>Its full name, such as "0.weights".</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>How many numbers it has.</summary>
    public long Count => Shape.Fold(1L, (product, size) => product * size);
}
