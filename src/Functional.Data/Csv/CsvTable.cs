namespace Functional.Data;

using LanguageExt;

/// <summary>What a CSV file holds.</summary>
/// <param name="Source">Where it came from: a file's path or a stream's name.</param>
/// <param name="FeatureNames">A name for each feature: the column's name, or its place where there is no header; behind it "=" and the category where it is one of several.</param>
/// <param name="Features">The features: bytes where all are whole numbers from 0 to 255, otherwise doubles.</param>
/// <param name="Labels">What is to be learned, where the format tells a column.</param>
/// <param name="RowsDropped">How many rows were left out because something in them is missing.</param>
public sealed record CsvTable(string Source, Seq<string> FeatureNames, Features Features, Option<Labels> Labels, int RowsDropped)
{
    /// <summary>A name for each feature: the column's name, or its place where there is no header; behind it "=" and the category where it is one of several.</summary>
    public Seq<string> FeatureNames { get; init => field = Given.NoNulls(value); } = Given.NoNulls(FeatureNames);

    /// <summary>Where it came from: a file's path or a stream's name.</summary>
    public string Source { get; init => field = Given.NotNull(value); } = Given.NotNull(Source);

    /// <summary>The features: bytes where all are whole numbers from 0 to 255, otherwise doubles.</summary>
    public Features Features { get; init => field = Given.NotNull(value); } = Given.NotNull(Features);

    /// <summary>The samples as a data set.</summary>
    /// <param name="name">What messages and reports call the set.</param>
    /// <param name="shape">How a sample's features are arranged; just their number where nothing is given.</param>
    /// <returns>The set with its features as they are, or what is wrong: there are no labels.</returns>
    /// <exception cref="System.ArgumentException">The shape's size is not the number of features.</exception>
    public Validation<DataFault, DataSet> ToDataSet(string name, SampleShape? shape = null)
    {
        System.ArgumentNullException.ThrowIfNull(name);
        return Labels.Match(
        Some: labels => DataSet.Create(name, Features, labels, shape),
        None: () => Prelude.Fail<DataFault, DataSet>(new DataFault(Source, "no column is told to hold the labels", "a format with a label")));
    }
}
