namespace Functional.Experiments.Tests.Laboratory;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using LanguageExt;
using Xunit;

public class LaboratoryTests
{
    /// <summary>Batches of 130 samples of the embedded digits: two grains and an odd one.</summary>
    private static readonly Experiment Tiny = Experiment.Create(
        layers: Prelude.Seq<Architecture>(new Affine(6), new BatchNormalisation(), new Tanh(), new Dropout(0.2)), optimiser: Optimiser.Adam, sampling: new MiniBatch(520), epochs: 2, seed: 4).Success();

    private static readonly Seq<LabSetting> Settings = LabMatrix.All.Filter(setting => setting.Environment.IsEmpty && setting.Culture.IsNone).ToArray().ToSeq().Strict();

    [Fact]
    public void Every_way_of_carrying_out_comes_to_one_fingerprint()
    {
        using var directory = new TemporaryDirectory();
        var dual = ExperimentDocument.With(Tiny, [("precision", "double"), ("epochs", "1")]).Success();
        var rows = Experiments.Laboratory.Run(Settings, Prelude.Seq(Tiny, dual), directory.Path, (_, order) => Carried(order)).ToArray();
        Assert.Equal(Settings.Count, rows.Length);
        Assert.IsType<LabVerdict.Reference>(rows[0].Verdict);
        Assert.All(rows.Skip(1), row => Assert.True(row.Verdict is LabVerdict.Same, row.Setting.Name));
        Assert.Single(rows.Select(row => row.Result.Map(own => own.Fingerprint).IfNone(string.Empty)).Distinct());
        Assert.Contains(rows, row => row.Setting.Fold == LabFold.Killed);
        Assert.Contains(rows, row => row.Setting.Fold == LabFold.Grains);
        Assert.Equal(Small.Result(Tiny, Digits.Load()).Fingerprint, rows[0].Result.Map(own => own.Runs[0].Fingerprint).IfNone(string.Empty));
    }

    /// <summary>A row whose arithmetic would go wrong in the second epoch: step, tensor, element and bit are named.</summary>
    [Fact]
    public void A_row_that_goes_wrong_on_the_way_is_found_with_step_tensor_element_and_bit()
    {
        using var directory = new TemporaryDirectory();
        var settings = Prelude.Seq(new LabSetting("reference"), new LabSetting("right"), new LabSetting("wrong"));
        var wrong = ExperimentDocument.With(Tiny, "schedule", "{\"type\": \"step\", \"epochs\": 1, \"factor\": 0.5}").Success();
        var rows = Experiments.Laboratory.Run(
            settings, Prelude.Seq1(Tiny), directory.Path, (setting, order) => Carried(setting.Name is "wrong" ? order with { Experiments = Prelude.Seq1(wrong) } : order)).ToArray();
        Assert.IsType<LabVerdict.Same>(rows[1].Verdict);
        var parting = Assert.IsType<LabVerdict.Parted>(rows[2].Verdict).At;
        Assert.Equal((1, 4L, 3L), (parting.Experiment, parting.Step.IfNone(-1), parting.AgreesUntil));
        Assert.StartsWith("experiment 1 parts behind step 4: layer 0, Affine 64→6, weights, row ", parting.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_not_the_same_twice_is_called_so()
    {
        using var directory = new TemporaryDirectory();
        var other = ExperimentDocument.With(Tiny, "seed", "5").Success();
        var rows = Experiments.Laboratory.Run(
            Prelude.Seq(new LabSetting("reference"), new LabSetting("moody")),
            Prelude.Seq1(Tiny),
            directory.Path,
            (setting, order) => Carried(setting.Name is "moody" && order.State.IsNone ? order with { Experiments = Prelude.Seq1(other) } : order)).ToArray();
        Assert.Contains("not the same twice", Assert.IsType<LabVerdict.Parted>(rows[1].Verdict).At.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_differs_though_all_known_states_agree_parts_too()
    {
        var result = Carried(new LabOrder(Prelude.Seq1(Tiny))).Right();
        Assert.True(Experiments.Laboratory.Parting(result, result).IsNone);
        foreach (var run in new[] { result.Runs[0] with { Fingerprint = "other" }, result.Runs[0] with { Evaluation = "other" } })
        {
            var parting = Experiments.Laboratory.Parting(result, result with { Runs = Prelude.Seq1(run) });
            Assert.Contains("their results do not", parting.Map(own => own.Message).IfNone(string.Empty), StringComparison.Ordinal);
            Assert.NotEqual(result.Fingerprint, new LabResult(result.Facts, Prelude.Seq1(run)).Fingerprint);
        }

        var loss = result.Runs[0] with { Steps = result.Runs[0].Steps.Map(step => step.Step == 2 ? step with { Loss = "00000000" } : step).Strict() };
        Assert.Equal(2, Experiments.Laboratory.Parting(result, result with { Runs = Prelude.Seq1(loss) }).Bind(own => own.Step).IfNone(-1));
        Assert.True(Experiments.Laboratory.Parting(result, result with { Runs = Seq<LabRun>.Empty }).IsSome);
    }

    [Fact]
    public void A_setting_without_effect_and_one_that_the_machine_lacks_are_told_apart_from_faults()
    {
        using var directory = new TemporaryDirectory();
        var settings = Prelude.Seq(
            new LabSetting("reference"),
            new LabSetting("idle") { Shows = new LabEffect.Differs(LabFacts.Vectors) },
            new LabSetting("missing") { MayBeMissing = true },
            new LabSetting("faulty"));
        var rows = Experiments.Laboratory.Run(settings, Prelude.Seq1(Tiny), directory.Path, (setting, order) => setting.Name is "missing" or "faulty" ? new DataFault(setting.Name, "nothing", "something") : Carried(order)).ToArray();
        Assert.Equal(
            [typeof(LabVerdict.Reference), typeof(LabVerdict.Same), typeof(LabVerdict.NotHere), typeof(LabVerdict.Failed)],
            rows.Select(row => row.Verdict.GetType()).ToArray());
        Assert.False(((LabVerdict.Same)rows[1].Verdict).HasEffect);
        Assert.Single(Experiments.Laboratory.Run(settings, Prelude.Seq1(Tiny), directory.Path, (setting, _) => new DataFault(setting.Name, "nothing", "something")));
    }

    [Fact]
    public void Orders_and_results_are_read_as_they_were_written()
    {
        var order = new LabOrder(LabExperiments.Default)
        {
            Threads = 3,
            Width = VectorWidth.Bits128,
            Fold = LabFold.Grains,
            Processes = 2,
            Culture = "fa-IR",
            Folder = "/some \"where\"",
            State = new LabStateOrder(1, 5, "file"),
        };
        Assert.Equal(order, LabText.ReadOrder(LabText.Write(order)).Right());
        Assert.DoesNotContain('\n', LabText.Write(order));
        var plain = new LabOrder(Prelude.Seq1(Tiny));
        Assert.Equal(plain, LabText.ReadOrder(LabText.Write(plain)).Right());
        var result = Carried(plain).Right();
        Assert.Equal(result, LabText.ReadResult(LabText.Write(result)).Right());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"experiments\": [\"x\"], \"threads\": 1, \"width\": \"widest\", \"fold\": \"pure\", \"processes\": 1}")]
    [InlineData("{\"experiments\": [], \"threads\": 0, \"width\": \"widest\", \"fold\": \"pure\", \"processes\": 1}")]
    [InlineData("{\"experiments\": [], \"threads\": 1, \"width\": \"wide\", \"fold\": \"pure\", \"processes\": 1}")]
    public void A_line_that_is_no_order_is_a_fault(string line) => Assert.True(LabText.ReadOrder(line).IsLeft);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"facts\": {}, \"runs\": [{\"fingerprint\": \"x\", \"evaluation\": \"y\", \"steps\": [\"1\"]}]}")]
    [InlineData("{\"facts\": {\"x\": 1}, \"runs\": []}")]
    public void A_line_that_is_no_result_is_a_fault(string line) => Assert.True(LabText.ReadResult(line).IsLeft);

    /// <summary>Over pipes, as between processes.</summary>
    [Fact]
    public void Grains_go_over_pipes_and_come_back_with_their_bits()
    {
        var order = new LabOrder(Prelude.Seq1(Tiny)) { Fold = LabFold.Grains, Processes = 2 };
        var host = new PipeHost();
        Assert.Equal(Carried(order with { Fold = LabFold.Pure }).Right().Runs, LabWork.Carry(order, host, () => { }).Right());
        Assert.Equal(2, host.Helpers);
    }

    [Fact]
    public void The_laboratorys_own_experiments_have_work_for_eight_threads_and_batches_of_several_grains()
    {
        const long WorkPerThread = 1 << 18;
        var train = Digits.Load().Train;
        foreach (var experiment in LabExperiments.Default)
        {
            var samples = experiment.Sampling is MiniBatch batch ? batch.Size : train.Count;
            var parameters = Outline.Of(experiment.Architecture(10), train.FeatureCount).Right().ParameterCount;
            Assert.True(parameters * samples * 2 / WorkPerThread >= 8, $"{parameters} parameters");
            Assert.True(samples > 2 * Arithmetic.GrainSize && samples % Arithmetic.GrainSize != 0);
        }
    }

    [Fact]
    public void The_matrix_has_names_of_its_own_for_all_rows_and_begins_with_the_reference()
    {
        Assert.Equal(new LabSetting("reference"), LabMatrix.All[0]);
        Assert.Equal(LabMatrix.All.Count, LabMatrix.All.Map(setting => setting.Name).Distinct().Count());
        Assert.Contains("DOTNET_gcServer", LabMatrix.Variables);
        Assert.All(LabMatrix.All.Skip(1), setting => Assert.True(setting.Shows.IsSome, setting.Name));
    }

    /// <summary>Carries an order out here; where a process would be killed, the order is given again.</summary>
    private static Either<DataFault, LabResult> Carried(LabOrder order)
    {
        for (var kills = 0; ; kills++)
        {
            try
            {
                var result = LabServer.Carry(order);
                Assert.Equal(order.Fold == LabFold.Killed ? order.Experiments.Count : 0, kills);
                return result;
            }
            catch (LabKilledException)
            {
                Assert.Equal(LabFold.Killed, order.Fold);
            }
        }
    }
}
