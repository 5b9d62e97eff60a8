namespace Functional.Experiments.Tests.Reports;

using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public sealed class HtmlReportTests
{
    private const int MostOctets = 1_000_000;
    private static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. Pages.Reports.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_is_well_formed_and_needs_nothing_from_outside(string name)
    {
        var text = HtmlReport.Of(Pages.Reports[name].Value);
        var root = XDocument.Parse(text).Root!;
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, MostOctets - 1);
        Assert.Equal(["head", "body"], root.Elements().Select(element => element.Name.LocalName));
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "img" or "iframe" or "object" or "base" or "form");
        Assert.DoesNotContain(root.Descendants().Attributes(), attribute => attribute.Name.LocalName is "src" or "srcset" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.All(root.Descendants().Attributes("href"), link => Assert.Equal("data:,", link.Value));
        Assert.All(root.Descendants().Where(element => element.Name.LocalName is "style"), style => Assert.DoesNotContain("url(", style.Value, StringComparison.Ordinal));
        Assert.All(root.Descendants().Where(element => element.Name.LocalName is "style"), style => Assert.DoesNotContain("@import", style.Value, StringComparison.Ordinal));
        Assert.All(Regex.Matches(text, "url\\([^)]*\\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)), reference => Assert.StartsWith("url(#", reference.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("//", text.Replace($"\"{Space.NamespaceName}\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_can_be_read_out(string name)
    {
        var root = XDocument.Parse(HtmlReport.Of(Pages.Reports[name].Value)).Root!;
        Assert.Equal("en", (string)root.Attribute("lang")!);
        Assert.Contains(root.Descendants("meta"), meta => (string?)meta.Attribute("name") is "viewport");
        Assert.False(string.IsNullOrWhiteSpace(root.Descendants("title").Single().Value));
        Assert.Single(root.Descendants("h1"));
        Assert.Single(root.Descendants("main"));
        Assert.All(root.Descendants("section"), section => Assert.Equal("h2", section.Elements().First().Name.LocalName));
        Assert.All(root.Descendants(Space + "svg"), picture =>
        {
            Assert.Equal("img", (string)picture.Attribute("role")!);
            Assert.False(string.IsNullOrWhiteSpace(picture.Element(Space + "title")!.Value));
            var ids = picture.Elements().Attributes("id").Select(id => id.Value);
            Assert.All(((string)picture.Attribute("aria-labelledby")!).Split(' '), label => Assert.Contains(label, ids));
        });
        Assert.All(root.Descendants("th"), head => Assert.NotNull(head.Attribute("scope")));
        Assert.All(root.Descendants("table"), table => Assert.Single(table.Descendants("tr").Select(row => row.Elements().Count()).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_has_the_same_letters_in_every_culture(string name)
    {
        var report = Pages.Reports[name].Value;
        var (text, before) = (HtmlReport.Of(report), CultureInfo.CurrentCulture);
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NumberGroupSeparator, odd.NumberFormat.NegativeSign) = (",", ".", "~");
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(text, HtmlReport.Of(report));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_same_run_has_the_same_report_letter_by_letter() => Assert.Equal(
        HtmlReport.Of(Pages.Finished(Small.Experiment(), Small.Split)), HtmlReport.Of(Pages.Finished(Small.Experiment(), Small.Split)));

    [Fact]
    public void A_run_on_small_pictures_has_every_part()
    {
        var report = Pages.Reports["like mnist"].Value;
        var root = Root(report);
        Assert.Equal(
            ["Learning curves", "Classes of the test samples", "Worst mistakes", "Layers", "First weights", "Experiment", "Fingerprints", "Environment"],
            root.Descendants("h2").Select(head => head.Value));
        var ids = root.Descendants(Space + "svg").Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(["curve-loss", "curve-accuracy", "confusion", .. Enumerable.Range(1, 24).Select(number => $"mistake-{number}"), "first-weights"], ids);
        var classes = Assert.IsType<TestResult.Classes>(report.Test.IfNone(() => throw new InvalidOperationException()));
        Assert.Contains($"{300 - classes.Verdict.Correct} of 300", Card(root, "test mistakes"), StringComparison.Ordinal);
        Assert.Equal($"{100 * report.Record.Epochs[1].TestAccuracy:0.00}%", Card(root, "test accuracy"));
        Assert.Equal(12, root.Descendants("div").Single(table => (string?)table.Attribute("aria-label") is "Scores of each class").Descendants("tr").Count() - 1);
        Assert.Contains("The first 24 of 128 units", root.Value, StringComparison.Ordinal);
        Assert.Contains("optimiser.rate", root.Value, StringComparison.Ordinal);
        report.Record.Fingerprints.IfSome(own => Assert.All(new[] { own.Experiment, own.Data, own.Initial, own.Final.IfNone("x") }, digest => Assert.Contains(digest, root.Descendants("code").Select(code => code.Value))));
        Assert.Equal(ExperimentDocument.Write(report.Record.Experiment), root.Descendants("pre").Single().Value);
    }

    [Fact]
    public void The_worst_mistakes_are_those_that_the_network_is_most_sure_of()
    {
        var report = Pages.Reports["like mnist"].Value;
        var (model, data) = (report.Model.IfNone(() => throw new InvalidOperationException()), report.Data.IfNone(() => throw new InvalidOperationException()));
        var all = model.Predict(data.Test, Enumerable.Range(0, data.Test.Count)).Where(own => !own.IsRight).OrderByDescending(own => own.Scores[own.Predicted]).ToArray();
        var worst = Assert.IsType<TestResult.Classes>(report.Test.IfNone(() => throw new InvalidOperationException())).Worst;
        Assert.Equal(all.Take(24).Select(own => (own.Sample, own.Truth, own.Predicted, own.Scores[own.Predicted])), worst.Select(own => (own.Sample, own.Truth, own.Predicted, own.Score)));
        Assert.All(worst, own => Assert.Equal(
            Enumerable.Range(0, 784).Select(pixel => data.Test.Features.ValueAt(own.Sample, pixel)), own.Picture.IfNone(() => throw new InvalidOperationException()).Values));
        var captions = Root(report).Descendants("figcaption").Select(caption => caption.Value).ToArray();
        Assert.Equal(worst.Select(own => string.Create(CultureInfo.InvariantCulture, $"{own.Truth} taken for {own.Predicted}{100 * own.Score:0.00}%, no.\u00A0{own.Sample}")), captions);
    }

    [Fact]
    public void Confusions_and_scores_are_those_of_the_model()
    {
        var report = Pages.Reports["digits"].Value;
        var verdict = report.Model.IfNone(() => throw new InvalidOperationException()).Judge(Small.Split.Test, new Execution { Threads = 2 });
        Assert.Equal(verdict.Matrix.Cells, Assert.IsType<TestResult.Classes>(report.Test.IfNone(() => throw new InvalidOperationException())).Verdict.Matrix.Cells);
        Assert.Contains($"{100 * verdict.Matrix.Classes.F1(Averaging.Macro):0.00}%", Root(report).Descendants("tfoot").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_outside_are_read_as_they_are_and_do_nothing()
    {
        var root = Root(Pages.Reports["awkward names"].Value);
        var name = Pages.Awkward.Replace('\u0001', '\uFFFD');
        Assert.Equal($"Run {name}", root.Descendants("h1").Single().Value);
        Assert.Contains(root.Descendants("figcaption"), caption => caption.Value.Contains("<script>alert('x')", StringComparison.Ordinal));
        Assert.DoesNotContain(new string('w', 41), string.Concat(root.Descendants("main").Single().Descendants("td").Select(cell => cell.Value)), StringComparison.Ordinal);
        Assert.Contains(name, Root(Pages.Reports["without samples"].Value).Descendants("p").Last(words => (string?)words.Attribute("class") is "warn").Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diverged at once", "Diverged after 0 epochs. Training diverged at step 0: <NaN>.")]
    [InlineData("diverged later", "Diverged after 2 epochs. Training diverged at step 12.")]
    [InlineData("still going on", "Not finished: 1 epoch of 1,000 were done when this was written.")]
    [InlineData("stopped", "Not finished: it was stopped behind step 0, after 0 epochs, and can be resumed.")]
    [InlineData("failed", "no space left; expected room.")]
    [InlineData("many epochs", "the validation loss had not become smaller for as long as was wanted. The result is the network of epoch 700.")]
    [InlineData("one epoch", "Finished after all 1 epoch.")]
    [InlineData("nothing finite", "NaN")]
    [InlineData("not finite", "−∞")]
    [InlineData("not finite", "Not finite")]
    [InlineData("many epochs", "Drawn through 300 of 1,000 epochs.")]
    [InlineData("many classes", "The most frequent mistakes")]
    [InlineData("many classes", "Scores of the 100 of 300 classes with the smallest F1")]
    [InlineData("no pictures", "Samples that are taken for another class")]
    [InlineData("too large pictures", "Samples that are taken for another class")]
    [InlineData("values", "root mean squared error")]
    [InlineData("values", "Samples whose values are predicted worst")]
    [InlineData("values of pictures", " predicted as ")]
    [InlineData("values of pictures", "2 values to predict")]
    [InlineData("one class only", "There are none: all 30 test samples are taken for what they are.")]
    [InlineData("failed", "in 9 sessions; here are the last 5.")]
    public void What_is_odd_about_a_run_is_said(string name, string words) => Assert.Contains(words, Root(Pages.Reports[name].Value).Value, StringComparison.Ordinal);

    [Fact]
    public void Where_values_are_predicted_nothing_is_said_of_classes_and_accuracies()
    {
        var text = HtmlReport.Of(Pages.Reports["values"].Value);
        Assert.DoesNotContain("accuracy", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("confusion", text, StringComparison.OrdinalIgnoreCase);
        var report = Pages.Reports["values"].Value;
        var values = Assert.IsType<TestResult.Values>(report.Test.IfNone(() => throw new InvalidOperationException()));
        var test = report.Data.IfNone(() => throw new InvalidOperationException()).Test;
        var truths = ((ValueLabels)test.Labels).Values;
        var predicted = report.Model.IfNone(() => throw new InvalidOperationException()).Predict(test, Enumerable.Range(0, test.Count)).Select(own => own.Scores[0]).ToArray();
        Assert.Equal(Math.Sqrt(predicted.Select((value, sample) => (value - truths[sample]) * (value - truths[sample])).Average()), values.Outputs[0].RootMeanSquare, 9);
        Assert.All(values.Worst, own => Assert.Equal((truths[own.Sample], predicted[own.Sample]), (own.Truth, own.Predicted)));
        Assert.Equal(predicted.Select((value, sample) => Math.Abs(value - truths[sample])).Max(), Math.Abs(values.Worst[0].Predicted - values.Worst[0].Truth));
    }

    [Fact]
    public void A_network_for_other_samples_is_told_and_nothing_else_of_them()
    {
        var report = Pages.Reports["digits"].Value;
        var other = RunReport.Of("other", report.Record, report.Model, Pages.Noise(200, 30, 4, 4), Seq<string>.Empty);
        Assert.True(other.Test.IsNone);
        Assert.Contains("The test samples are 4 × 4, but the network takes 8 × 8", Root(other).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void What_layers_did_is_told_with_the_findings_in_words()
    {
        var report = Pages.Reports["digits"].Value;
        var diagnosis = report.Diagnosis.IfNone(() => throw new InvalidOperationException());
        Assert.Equal(report.Record.Layers[2].Layers, diagnosis.Layers);
        var dead = report.Record with { Layers = report.Record.Layers.Map(own => own with { Layers = own.Layers.Map(layer => layer with { DeadShare = layer.DeadShare is null ? null : 0.9 }).Strict() }).Strict() };
        var root = Root(RunReport.Of("dead", dead, report.Model, Option<DataSplit>.None, Seq<string>.Empty));
        Assert.Contains(root.Descendants("li"), finding => finding.Value.StartsWith("Units are dead: 90%", StringComparison.Ordinal));
    }

    private static XElement Root(RunReport report) => XDocument.Parse(HtmlReport.Of(report)).Root!;

    private static string Card(XElement root, string name) => root.Descendants("dt").Single(term => string.Equals(term.Value, name, StringComparison.Ordinal)).ElementsAfterSelf("dd").Single().Value;
}
