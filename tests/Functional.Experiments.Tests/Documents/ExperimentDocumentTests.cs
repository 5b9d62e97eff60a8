namespace Functional.Experiments.Tests.Documents;

using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Xunit;
using Functional.Networks;
using LanguageExt;
using Xunit;

public class ExperimentDocumentTests
{
    private const string Head = "\"version\": 1, \"arithmetic\": 1";

    [Property(MaxTest = 500)]
    public bool Writing_and_reading_gives_the_same_experiment(int seed)
    {
        var experiment = RandomExperiment.Of(seed);
        var document = ExperimentDocument.Write(experiment);
        return ExperimentDocument.Read(document).Success() == experiment
            && string.Equals(document, ExperimentDocument.Write(ExperimentDocument.Read(document).Success()), StringComparison.Ordinal)
            && ExperimentDocument.Read(ExperimentDocument.WriteExplained(experiment)).Success() == experiment;
    }

    [Fact]
    public void What_is_left_out_is_as_in_the_default() => Assert.Equal(Experiment.Default, ExperimentDocument.Read($"{{{Head}}}").Success());

    [Fact]
    public void Comments_trailing_commas_and_a_schema_are_allowed() => Assert.Equal(
        Experiment.Create(seed: 3).Success(),
        ExperimentDocument.Read($"\uFEFF/* all */ {{\"$schema\": \"x.json\", {Head}, // the seed\n \"seed\": 3,}}").Success());

    [Fact]
    public void A_usual_rate_depends_on_the_optimiser() =>
        Assert.Equal(0.002, ExperimentDocument.Read($"{{{Head}, \"optimiser\": {{\"type\": \"adam\"}}}}").Success().LearningRate);

    [Theory]
    [InlineData("\"seed\": -1", "$.seed", "found -1; expected a whole number from 0 to 18446744073709551615")]
    [InlineData("\"seed\": 1.5", "$.seed", "found 1.5")]
    [InlineData("\"seed\": \"x\"", "$.seed", "found 'x'")]
    [InlineData("\"epoch\": 3", "$.epoch", "expected epochs.")]
    [InlineData("\"zzz\": 3", "$.zzz", "expected one of $schema, version, arithmetic, data")]
    [InlineData("\"epochs\": 3, \"epochs\": 3", "$.epochs", "the same name again; expected each name once")]
    [InlineData("\"optimiser\": {\"rate\": 0}", "$.optimiser.rate", "found 0; expected a finite number above 0.")]
    [InlineData("\"optimiser\": {\"rate\": 1e999}", "$.optimiser.rate", "found 1e999")]
    [InlineData("\"optimiser\": {\"type\": \"adm\"}", "$.optimiser.type", "expected adam.")]
    [InlineData("\"optimiser\": {\"momentum\": 0.5}", "$.optimiser.momentum", "sgd as optimizer")]
    [InlineData("\"optimiser\": {\"epsilon\": 0.5}", "$.optimiser.epsilon", "sgd as optimizer")]
    [InlineData("\"network\": {\"hidden\": [3, 0, 4]}", "$.network.hidden[1]", "found 0")]
    [InlineData("\"network\": {\"hidden\": 3}", "$.network.hidden", "expected an array")]
    [InlineData("\"network\": {\"hidden\": [3], \"layers\": []}", "$.network.hidden", "layers besides")]
    [InlineData("\"network\": {\"layers\": [{\"type\": \"affine\"}]}", "$.network.layers[0].outputs", "found nothing; expected a whole number from 1 to 65536")]
    [InlineData("\"network\": {\"layers\": [{\"type\": \"residual\", \"inner\": {\"type\": \"leaky-relu\", \"slop\": 1}}]}", "$.network.layers[0].inner.slop", "expected slope.")]
    [InlineData("\"network\": {\"layers\": [\"dropout\"]}", "$.network.layers[0]", "an object with the type dropout")]
    [InlineData("\"loss\": {\"type\": \"huber\", \"delta\": 0}", "$.loss.delta", "found 0")]
    [InlineData("\"loss\": {\"delta\": 1}", "$.loss.type", "found nothing; expected one of softmax-cross-entropy")]
    [InlineData("\"data\": {\"type\": \"mnist\"}", "$.data.path", "found nothing; expected the path of a directory")]
    [InlineData("\"data\": {\"type\": \"mnist\", \"path\": \" \"}", "$.data.path", "found ' '")]
    [InlineData("\"validation\": {\"patience\": 3}", "$.validation.patience", "no validation samples to judge by")]
    [InlineData("\"warmUp\": 40", "$.warmUp", "fewer than there are epochs")]
    [InlineData("\"precision\": \"singel\"", "$.precision", "expected single.")]
    [InlineData("\"sampling\": {\"type\": \"mini-batch\", \"size\": 0}", "$.sampling.size", "found 0")]
    public void A_fault_names_its_path_what_was_found_and_what_would_be_right(string member, string path, string words)
    {
        var fault = Assert.Single(ExperimentDocument.Read($"{{\n {Head},\n  {member}}}").Faults());
        Assert.Equal(path, fault.Path);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, fault.Line);
    }

    [Fact]
    public void A_fault_tells_line_and_column()
    {
        var fault = Assert.Single(ExperimentDocument.Read($"{{{Head},\n\"optimiser\":\n  {{\"rate\": -1}}}}").Faults());
        Assert.Equal((3, 12), (fault.Line, fault.Column));
        Assert.Equal("$.optimiser.rate (line 3, column 12): found -1; expected a finite number above 0.", fault.Message);
    }

    [Fact]
    public void All_faults_are_reported_together_in_their_order()
    {
        var faults = ExperimentDocument.Read("{\"version\": 2, \"seed\": -1, \"nope\": 1,\n\"network\": {\"hidden\": [0, 1, 0], \"activation\": 3}, \"loss\": null,\n\"optimiser\": {\"type\": \"adm\", \"rate\": \"x\"}}").Faults();
        Assert.Equal(
            ["$.arithmetic", "$.version", "$.seed", "$.nope", "$.network.hidden[0]", "$.network.hidden[2]", "$.network.activation", "$.loss", "$.optimiser.type", "$.optimiser.rate"],
            faults.Select(fault => fault.Path).ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nope")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"version\": 01}")]
    [InlineData("{\"seed\": \"\\ud800\"}")]
    [InlineData("/* open")]
    public void What_is_no_json_is_one_fault(string text) => Assert.Single(ExperimentDocument.Read(text).Faults());

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    public void What_is_no_object_is_one_fault(string text) => Assert.Contains("an object", Assert.Single(ExperimentDocument.Read(text).Faults()).Expected, StringComparison.Ordinal);

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        Assert.Single(ExperimentDocument.Read(string.Concat(Enumerable.Repeat("[", 100_000))).Faults());
        Assert.Single(ExperimentDocument.Read($"{{{Head}}}{new string(' ', ExperimentDocument.MaximumLength)}").Faults());
    }

    [Fact]
    public void Another_arithmetic_is_a_fault() =>
        Assert.Contains("the arithmetic that this program computes in", Assert.Single(ExperimentDocument.Read("{\"version\": 1, \"arithmetic\": 2}").Faults()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_loss_of_ones_own_has_no_name() =>
        Assert.Throws<ArgumentException>(() => ExperimentDocument.Write(Experiment.Create(loss: new SoftmaxCrossEntropy().Smoothed(0.1)).Success()));

    [Theory]
    [InlineData("optimiser.rate", "0.25")]
    [InlineData("$.optimiser.rate", "0.25")]
    [InlineData("network.hidden[0]", "7")]
    [InlineData("network.hidden", "[]")]
    [InlineData("loss", "huber")]
    [InlineData("loss", "{\"type\": \"huber\", \"delta\": 2}")]
    [InlineData("data", "{\"type\": \"mnist\", \"path\": \"x\"}")]
    [InlineData("validation.share", "0.5")]
    [InlineData("sampling.size", "7")]
    [InlineData("sampling", "full")]
    public void Setting_a_place_changes_that_place_alone(string path, string value)
    {
        var changed = ExperimentDocument.With(Experiment.Default, path, value).Success();
        var place = $"$.{path.Replace("$.", string.Empty, StringComparison.Ordinal).Split('[')[0]}";
        var differences = ExperimentDocument.Differences(Experiment.Default, changed);
        Assert.NotEmpty(differences);
        Assert.All(differences, difference => Assert.StartsWith(place, difference.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_at_a_place_is_told_as_json()
    {
        Assert.Equal("0.5", ExperimentDocument.At(Experiment.Default, "optimiser.rate"));
        Assert.Equal("[128]", ExperimentDocument.At(Experiment.Default, "network.hidden"));
        Assert.Equal("null", ExperimentDocument.At(Experiment.Default, "network.layers"));
        Assert.Throws<ArgumentException>(() => ExperimentDocument.At(Experiment.Default, "optimiser.rat"));
    }

    [Theory]
    [InlineData("optimiser.rat", "$.optimiser.rat", "rate")]
    [InlineData("optimizer", "$.optimizer", "optimiser")]
    [InlineData("network.hidden[1]", "$.network.hidden[1]", "a place that the document has")]
    [InlineData("network.hidden.x", "$.network.hidden.x", "a place that the document has")]
    [InlineData("seed.x", "$.seed.x", "a place that the document has")]
    [InlineData("", "$.", "one of version")]
    [InlineData("..", "$..", "one of version")]
    [InlineData("[0]", "$.[0]", "one of version")]
    [InlineData("seed", "$.seed", "a whole number")]
    public void A_place_that_there_is_not_is_a_fault(string path, string named, string expected)
    {
        var fault = Assert.Single(ExperimentDocument.With(Experiment.Default, path, "x").Faults());
        Assert.Equal(named, fault.Path);
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    [Property(MaxTest = 200)]
    public bool Differences_lead_from_one_experiment_to_the_other(int one, int other)
    {
        var (from, to) = (RandomExperiment.Of(one), RandomExperiment.Of(other));
        return (from == to) == ExperimentDocument.Differences(from, to).IsEmpty && ExperimentDocument.Differences(from, from).IsEmpty;
    }

    [Fact]
    public void The_fingerprint_is_of_everything_but_the_place_of_the_data()
    {
        var (here, there) = (Experiment.Create(new DataSource.MnistDirectory("here")).Success(), Experiment.Create(new DataSource.MnistDirectory("there")).Success());
        Assert.Equal(ExperimentDocument.Fingerprint(here), ExperimentDocument.Fingerprint(there));
        Assert.NotEqual(ExperimentDocument.Fingerprint(here), ExperimentDocument.Fingerprint(Experiment.Default));
        Assert.NotEqual(ExperimentDocument.Fingerprint(Small.Experiment(seed: 1)), ExperimentDocument.Fingerprint(Small.Experiment(seed: 2)));
    }

    [Theory]
    [InlineData(0ul, "{\"version\":1,\"arithmetic\":1}")]
    [InlineData(3ul, "{\"seed\":3,\"version\":1,\"arithmetic\":1}")]
    public void The_fingerprint_is_that_of_what_is_not_as_in_the_default(ulong seed, string canonical) => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), ExperimentDocument.Fingerprint(Experiment.Create(seed: seed).Success()));

    [Fact]
    public void The_explained_document_explains_every_member()
    {
        var lines = ExperimentDocument.WriteExplained(Experiment.Default).Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].TrimStart() is ['"', ..])
            {
                Assert.StartsWith("// ", lines[number - 1].TrimStart(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told()
    {
        using var directory = new TemporaryDirectory();
        Assert.Contains("no such file", ExperimentDocument.Load(directory.File("nope")).Fault().Found, StringComparison.Ordinal);
        Assert.Contains("a directory", ExperimentDocument.Load(directory.Path).Fault().Found, StringComparison.Ordinal);
        File.WriteAllText(directory.File("one"), ExperimentDocument.WriteExplained(Experiment.Default));
        Assert.Equal(Experiment.Default, ExperimentDocument.Load(directory.File("one")).Right().Success());
    }

    [Property(MaxTest = 300)]
    public bool Schema_and_reader_agree_on_what_is_right(int seed) =>
        SchemaWalk.Accepts(ExperimentDocument.Schema(), JsonNode.Parse(ExperimentDocument.Write(RandomExperiment.Of(seed))));

    /// <summary>A change that is no longer right for one is none for the other: but for what only the whole can tell.</summary>
    [Property(MaxTest = 600)]
    public bool Schema_and_reader_agree_on_what_is_wrong(int seed, int change)
    {
        var tree = JsonNode.Parse(ExperimentDocument.Write(RandomExperiment.Of(seed)))!;
        TreeChange.Apply(tree.AsObject(), new Random(change));
        var faults = ExperimentDocument.Read(tree.ToJsonString()).Faults();
        var accepted = SchemaWalk.Accepts(ExperimentDocument.Schema(), tree);
        var form = faults.Filter(fault => !IsOfTheWhole(fault));
        return accepted == form.IsEmpty;
    }

    [Fact]
    public void The_walk_of_the_schema_finds_what_is_wrong()
    {
        var schema = ExperimentDocument.Schema();
        Assert.True(SchemaWalk.Accepts(schema, JsonNode.Parse($"{{{Head}}}")));
        Assert.False(SchemaWalk.Accepts(schema, JsonNode.Parse("{}")));
        Assert.False(SchemaWalk.Accepts(schema, JsonNode.Parse($"{{{Head}, \"x\": 1}}")));
        Assert.False(SchemaWalk.Accepts(schema, JsonNode.Parse($"{{{Head}, \"loss\": {{\"type\": \"huber\", \"delta\": 0}}}}")));
    }

    /// <summary>Faults of settings that are right by themselves and wrong beside others.</summary>
    private static bool IsOfTheWhole(DocumentFault fault) => fault.Found.Contains("besides", StringComparison.Ordinal)
        || new[] { "as optimizer", "no hidden layers", "as schedule", "as loss", "epochs", "no validation samples", "batches of 1", "batch normalisation with" }.Any(words => fault.Found.Contains(words, StringComparison.Ordinal));
}
