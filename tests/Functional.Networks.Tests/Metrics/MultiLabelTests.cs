namespace Functional.Networks.Tests.Metrics;

using Functional.Networks.Tests.Golden;
using Functional.Numerics;
using Xunit;

public sealed class MultiLabelTests
{
    private static readonly System.Text.Json.JsonElement Golden = GoldenMetrics.File.GetProperty("labels");

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Probabilities => GoldenFile.Columns(Golden.GetProperty("probabilities"));

    private static ValueTargets<double> Targets => new(GoldenFile.Columns(Golden.GetProperty("targets")));

    [Theory]
    [InlineData(Averaging.Macro, "macro")]
    [InlineData(Averaging.Micro, "micro")]
    [InlineData(Averaging.Weighted, "weighted")]
    public void Scores_equal_scikit_learn_where_one_label_never_occurs(Averaging averaging, string name)
    {
        var counts = MultiLabel.Counts(Probabilities, Targets, 0.5);
        var golden = GoldenFile.Numbers(Golden.GetProperty("scores").GetProperty(name));
        Assert.Equal(golden[0], counts.Precision(averaging), 1e-15);
        Assert.Equal(golden[1], counts.Recall(averaging), 1e-15);
        Assert.Equal(golden[2], counts.F1(averaging), 1e-15);
        Assert.Contains(counts, label => label.Support == 0);
    }

    [Fact]
    public void Shares_of_samples_and_of_labels_equal_scikit_learn()
    {
        Assert.Equal(Golden.GetProperty("exact").GetDouble(), MultiLabel.ExactAccuracy(Probabilities, Targets, 0.5), 1e-15);
        Assert.Equal(Golden.GetProperty("hamming").GetDouble(), MultiLabel.HammingLoss(Probabilities, Targets, 0.5), 1e-15);
    }

    [Fact]
    public void Of_classes_it_is_the_confusion_matrix_of_one_against_the_rest()
    {
        // Outputs that name one class each: what is above the threshold is what is largest.
        var outputs = Dense.Matrix(3, 4, [1.0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1]);
        var targets = new ClassTargets<double>([0, 2, 1, 0]);
        Assert.Equal(ConfusionMatrix.Of(outputs, targets).Classes, MultiLabel.Counts(outputs, targets, 0.5));
        Assert.Equal(0.5, MultiLabel.ExactAccuracy(outputs, targets, 0.5));
        Assert.Equal(4.0 / 12, MultiLabel.HammingLoss(outputs, targets, 0.5));
    }
}
