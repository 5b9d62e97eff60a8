namespace Functional.Data;

/// <summary>A set in two parts without a common sample, one to train on and one to test with.</summary>
/// <param name="Train">The samples to train on.</param>
/// <param name="Test">The samples to test with.</param>
public sealed record DataSplit(DataSet Train, DataSet Test);
