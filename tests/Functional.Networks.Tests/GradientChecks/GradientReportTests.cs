namespace Functional.Networks.Tests.GradientChecks;

using System;
using LanguageExt;
using Xunit;

public sealed class GradientReportTests
{
    // 3 against 1, 1 against 1.5, a kink, and -1 against 1.
    private static readonly GradientComparison First = GradientComparison.Of(
        "first", [3.0, 1.0, 9.0, -1.0], [new(1, 0, false, 0.5, 9), new(1.5, 0, false, 0.25, 6), new(7, 0, true, 0.125, 18), new(1, 0, false, 0.5, 9)]);

    private static readonly GradientComparison Second = GradientComparison.Of("second", [4.0], [new(4.5, 0, false, 1, 6)]);

    private static readonly GradientComparison Alike = GradientComparison.Of("alike", [0.0], [new(0, 0, false, 2, 6)]);

    [Fact]
    public void A_comparison_sums_up_all_but_the_kinks()
    {
        Assert.Equal(("first", 3, 1, 42L), (First.Name, First.Compared, First.Kinks, First.Evaluations));
        Assert.Equal(4.5 / 3, First.MeanDifference, 1e-15);
        Assert.Equal(2, First.MaximumDifference);
        Assert.Equal(Math.Sqrt(4 + 0.25 + 4), First.DifferenceNorm, 1e-15);
        Assert.Equal(Math.Sqrt(16 + 6.25 + 0), First.SumNorm, 1e-15);
        Assert.Equal(Math.Sqrt(4 + 16 + 4), First.InverseStepNorm, 1e-15);
        Assert.Equal(Math.Sqrt(8.25 / 22.25), First.RelativeDifference, 1e-15);
    }

    [Fact]
    public void Gradients_of_0_do_not_differ_and_nothing_is_compared_where_all_are_kinks()
    {
        Assert.Equal(0, Alike.RelativeDifference);
        var kinks = GradientComparison.Of("kinks", [1.0], [new(2, 0, true, 1, 6)]);
        Assert.Equal(new GradientComparison("kinks", 0, 1, 0, 0, 0, 0, 0, 6), kinks);
        Assert.Contains("2 analytic and 1 numeric", Assert.Throws<ArgumentException>(() => GradientComparison.Of("a", [1.0, 2.0], [new(2, 0, true, 1, 6)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_takes_its_tensors_together()
    {
        var report = new GradientReport(Prelude.Seq(First, Second, Alike));
        Assert.Equal((5, 1, 54L), (report.Compared, report.Kinks, report.Evaluations));
        Assert.Equal(1.5, report.MeanDifference, 1e-15);
        Assert.Equal(Math.Sqrt((8.25 + 0.25) / (22.25 + 72.25)), report.RelativeDifference(1e-3), 1e-15);
        Assert.Equal(Math.Sqrt(24 + 1 + 0.25), report.InverseStepNorm(), 1e-15);
    }

    [Fact]
    public void A_selection_leaves_the_others_out_and_a_floor_stands_in_for_a_vanishing_gradient()
    {
        var report = new GradientReport(Prelude.Seq(First, Second, Alike));
        Assert.Equal(0.5 / 8.5, report.RelativeDifference(1e-3, tensor => tensor.Name is "second"), 1e-15);
        Assert.Equal(0.5 / 100, report.RelativeDifference(100, tensor => tensor.Name is "second"), 1e-15);
        Assert.Equal(0, report.RelativeDifference(0, tensor => tensor.Name is "alike"));
        Assert.Equal(0.5, report.InverseStepNorm(tensor => tensor.Name is "alike"));
    }
}
