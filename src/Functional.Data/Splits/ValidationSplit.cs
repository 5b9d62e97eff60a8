namespace Functional.Data;

/// <summary>A set in two parts without a common sample, one to train on and one to judge by while training.</summary>
/// <param name="Train">The samples to train on.</param>
/// <param name="Validation">The samples to judge by: when to stop, which settings to take. What is reported in the end is measured on others.</param>
public sealed record ValidationSplit(DataSet Train, DataSet Validation)
{
    /// <summary>The samples to train on.</summary>
    public DataSet Train { get; init => field = Given.NotNull(value); } = Given.NotNull(Train);

    /// <summary>The samples to judge by: when to stop, which settings to take. What is reported in the end is measured on others.</summary>
    public DataSet Validation { get; init => field = Given.NotNull(value); } = Given.NotNull(Validation);
}
