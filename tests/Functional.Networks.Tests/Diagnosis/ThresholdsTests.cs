namespace Functional.Networks.Tests.Diagnosis;

using Xunit;

public sealed class ThresholdsTests
{
    [Fact]
    public void The_defaults_are_those_whose_reasons_are_written_beside_them() =>
        Assert.Equal(new Thresholds(1e-3, 1e3, 0.5, 0.5, 0.03, 2, 1e-4, 0.1, 0.1, 0.02, 0.5), new Thresholds());
}
