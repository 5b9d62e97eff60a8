namespace Functional.Experiments;

using LanguageExt;

/// <summary>A layer with its sizes.</summary>
/// <param name="Place">Its number in its chain, within an inner chain that chain's number before it: "2" or "2.0".</param>
/// <param name="Title">What it is called.</param>
/// <param name="Inputs">The number of features that it takes.</param>
/// <param name="Outputs">The number of features that it makes.</param>
/// <param name="Tensors">Its parameters.</param>
public sealed record OutlinedLayer(string Place, string Title, int Inputs, int Outputs, Seq<OutlinedTensor> Tensors)
{
    /// <summary>Its parameters.</summary>
    public Seq<OutlinedTensor> Tensors { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Tensors);

    /// <summary>Its number in its chain, within an inner chain that chain's number before it: "2" or "2.0".</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>What it is called.</summary>
    public string Title { get; init => field = Given.NotNull(value); } = Given.NotNull(Title);

    /// <summary>Its statistics.</summary>
    public Seq<OutlinedTensor> Statistics { get; init => field = Given.NoNulls(value); } = Seq<OutlinedTensor>.Empty;

    /// <summary>How many numbers its parameters have.</summary>
    public long ParameterCount => Tensors.Fold(0L, (sum, tensor) => sum + tensor.Count);
}
