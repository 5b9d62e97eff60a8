namespace Functional.Experiments;

using Functional.Data;
using LanguageExt;

/// <summary>The samples of an experiment in parts without a common sample.</summary>
/// <param name="Train">The samples to train on.</param>
/// <param name="Validation">Samples to judge by while training; none where nothing judges.</param>
/// <param name="Test">The samples to test with.</param>
public sealed record DataParts(DataSet Train, Option<DataSet> Validation, DataSet Test)
{
    /// <summary>The samples to train on.</summary>
    public DataSet Train { get; init => field = Given.NotNull(value); } = Given.NotNull(Train);

    /// <summary>The samples to test with.</summary>
    public DataSet Test { get; init => field = Given.NotNull(value); } = Given.NotNull(Test);
}
