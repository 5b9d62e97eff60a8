namespace Functional.Data;

/// <summary>A set in two parts without a common sample, one to train on and one to test with.</summary>
/// <param name="Train">The samples to train on.</param>
/// <param name="Test">The samples to test with.</param>
public sealed record DataSplit(DataSet Train, DataSet Test)
{
    /// <summary>The samples to train on.</summary>
    public DataSet Train { get; init => field = Given.NotNull(value); } = Given.NotNull(Train);

    /// <summary>The samples to test with.</summary>
    public DataSet Test { get; init => field = Given.NotNull(value); } = Given.NotNull(Test);
}
