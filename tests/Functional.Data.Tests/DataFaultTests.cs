namespace Functional.Data.Tests;

using Xunit;

public sealed class DataFaultTests
{
    [Fact]
    public void The_message_names_source_finding_and_expectation()
    {
        var fault = new DataFault("a.gz", "the file is empty", "an IDX file");
        Assert.Equal("a.gz: the file is empty; expected an IDX file.", fault.Message);
        Assert.Equal(fault.Message, fault.ToString());
        Assert.Equal(fault, new DataFault("a.gz", "the file is empty", "an IDX file"));
    }
}
