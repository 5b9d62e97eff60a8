namespace Functional.Networks.Tests.Updates;

using System;
using System.Linq;
using System.Threading;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;

public sealed class UpdatePlanTests
{
    private static readonly (string Name, GradientTransformation Transformation)[] Optimisations =
    [
        ("SGD", Optimisers.Sgd(0.1)), ("momentum", Optimisers.Momentum(0.1)), ("Nesterov", Optimisers.Nesterov(0.1)), ("AdaGrad", Optimisers.AdaGrad(0.1)),
        ("RMSProp", Optimisers.RmsProp(0.1)), ("centred RMSProp", Optimisers.CentredRmsProp(0.1)), ("RMSProp with momentum", new ScaleByRmsProp().Then(Optimisers.Momentum(0.1))),
        ("Adam", Optimisers.Adam(0.1)), ("AMSGrad", Optimisers.AmsGrad(0.1)), ("AdamW", Optimisers.AdamW(0.1)), ("NAdam", Optimisers.NAdam(0.1)),
        ("AdaMax", Optimisers.AdaMax(0.1)), ("Lion", Optimisers.Lion(0.1, 0.1)), ("LAMB", Optimisers.Lamb(0.1)),
        ("clipped SGD", new ClipByGlobalNorm(1).Then(Optimisers.Sgd(0.1))), ("SGD clipped by layers", new ClipByLayerNorm(1).Then(Optimisers.Sgd(0.1))),
        ("decayed SGD", new AddDecayedWeights(0.1).Then(Optimisers.Sgd(0.1))), ("SGD clipped by values", new ClipByValue(1).Then(Optimisers.Sgd(0.1))),
        ("SGD that skips", new SkipNonFinite(Optimisers.Sgd(0.1))), ("averaged SGD", Optimisers.Sgd(0.1).Then(new AverageParameters())), ("averaged Adam", Optimisers.Adam(0.1).Then(new AverageParameters())),
        ("everything", new ClipByLayerNorm(1).Then(Optimisers.Lamb(0.1)).Then(new MaxNorm(1)).Then(new Freeze(ParameterChoice.Named("*.bias"))).Then(new AverageParameters())),
    ];

    public static TheoryData<string> Optimisation => [.. Optimisations.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Optimisation))]
    public void No_step_moves_less_than_it_must_or_more_than_twice_as_much(string name)
    {
        var (plan, store) = Plan(name, 1, UpdatePlan<double>.BlockNumbers);
        var required = (3 + (2L * Moments(store))) * plan.Layout.Length * sizeof(double);
        Assert.InRange(plan.BytesMoved, required, IsEverything(name) ? 4 * required : 2 * required);
    }

    [Theory]
    [InlineData("SGD", 3)]
    [InlineData("Adam", 7)]
    [InlineData("clipped SGD", 4)]
    [InlineData("LAMB", 12)]
    public void What_a_survey_reads_is_counted(string name, long arrays)
    {
        var (plan, _) = Plan(name, 1, UpdatePlan<double>.BlockNumbers);
        Assert.Equal(arrays * plan.Layout.Length * sizeof(double), plan.BytesMoved);
    }

    [Theory]
    [InlineData(36, 0, false)]
    [InlineData(37, 0, true)]
    [InlineData(38, -1, true)]
    [InlineData(38, 1, false)]
    public void With_room_for_a_block_the_last_update_of_a_large_one_is_not_written_back(int room, int above, bool isAside)
    {
        var length = ParameterLayout.Of(Numbers(1), 1).Length;
        var (plan, _) = Plan("momentum", 1, 37, length + above);
        var gradient = plan.Layout.Load(Numbers(10));
        foreach (var adds in new[] { false, true })
        {
            gradient.CopyTo(plan.Update, 0);
            plan.Begin(1.0);
            plan.Run(0, 1, 0, plan.Layout.Length, static () => { }, adds, new double[room]);
            Assert.Equal(adds && isAside, gradient.AsSpan().SequenceEqual(plan.Update));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_run_tells_whether_its_own_parameters_are_finite(int padding)
    {
        foreach (var name in new[] { "SGD", "SGD clipped by layers" })
        {
            var (plan, _) = Plan(name, padding, 64);
            foreach (var slot in plan.Layout.Slots)
            {
                plan.Layout.Load(Numbers(10)).CopyTo(plan.Update, 0);
                plan.Layout.Load(Numbers(1)).CopyTo(plan.Parameters, 0);
                plan.Update[slot.Offset + slot.Length - padding] = double.PositiveInfinity;
                plan.Begin(1.0);
                Assert.False(plan.Run(0, 1, 0, plan.Layout.Length, static () => { }, adds: true));
                plan.Layout.Load(Numbers(10)).CopyTo(plan.Update, 0);
                plan.Layout.Load(Numbers(1)).CopyTo(plan.Parameters, 0);
                Assert.True(plan.Run(0, 1, 0, plan.Layout.Length, static () => { }, adds: true));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Optimisation))]
    public void Block_size_padding_and_threads_change_no_bit(string name)
    {
        var expected = Trained(name, padding: 1, UpdatePlan<double>.BlockNumbers, threads: 1);
        Assert.Equal(expected, Trained(name, padding: 1, 1, threads: 1));
        Assert.Equal(expected, Trained(name, padding: 8, 37, threads: 1));
        Assert.Equal(expected, Trained(name, padding: 4, 100_000, threads: 2));
        Assert.Equal(expected, Trained(name, padding: 16, 1000, threads: 5));
        Assert.NotEqual(expected, Trained(name, padding: 1, 1000, threads: 1, steps: 2));
    }

    [Theory]
    [MemberData(nameof(Optimisation))]
    public void Only_where_every_number_is_updated_by_itself_parts_may_be_replaced(string name)
    {
        var (plan, _) = Plan(name, 1, UpdatePlan<double>.BlockNumbers);
        Assert.Equal(name is "SGD" or "decayed SGD" or "SGD clipped by values", plan.IsPointwise);
        Assert.Equal(name is "SGD", plan.IsGradient);
        Assert.Equal(!(name is "LAMB" or "clipped SGD" or "SGD clipped by layers" || IsEverything(name)), plan.IsElementwise);
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("decayed SGD")]
    [InlineData("SGD clipped by values")]
    public void Replaced_parts_are_the_new_parameters_and_the_old_ones_stay(string name)
    {
        foreach (var (padding, block) in new[] { (1, 64), (8, UpdatePlan<double>.BlockNumbers) })
        {
            var expected = Plan(name, padding, block).Plan;
            expected.Layout.Load(Numbers(10)).CopyTo(expected.Update, 0);
            expected.Begin(1.0);
            expected.Run(0, 1, 0, expected.Layout.Length, static () => { }, adds: true);

            var (plan, _) = Plan(name, padding, block);
            var (update, parameters) = (plan.Update, plan.Parameters);
            plan.Layout.Load(Numbers(10)).CopyTo(plan.Update, 0);
            plan.Begin(1.0);
            foreach (var (from, to) in new[] { (777, plan.Layout.Length), (0, 5), (5, 777) })
            {
                Assert.True(plan.Replace(from, to));
            }

            Assert.Equal(expected.Parameters, update);
            Assert.Equal(plan.Layout.Load(Numbers(1)), parameters);
            plan.Exchange();
            Assert.Same(update, plan.Parameters);
            Assert.Same(parameters, plan.Update);
            plan.Parameters[80] = double.PositiveInfinity;
            Assert.False(plan.Replace(80, 81));
        }
    }

    private static bool IsEverything(string name) => string.Equals(name, "everything", StringComparison.Ordinal);

    private static string Trained(string name, int padding, int block, int threads, int steps = 3)
    {
        var (plan, store) = Plan(name, padding, block);
        using var barrier = new Barrier(threads);
        for (var step = 0; step < steps; step++)
        {
            plan.Layout.Load(Numbers(10 + step)).CopyTo(plan.Update, 0);
            plan.Begin(1.0 / (step + 1));
            var workers = Enumerable.Range(0, threads).Select(rank => new Thread(() => plan.Run(
                rank, threads, (int)((long)plan.Layout.Length * rank / threads), (int)((long)plan.Layout.Length * (rank + 1) / threads), barrier.SignalAndWait, adds: true, threads == 2 ? default : new double[block]))).ToArray();
            Array.ForEach(workers, worker => worker.Start());
            Array.ForEach(workers, worker => worker.Join());
            plan.End();
        }

        return Fingerprint.Of(plan.Layout.Store(plan.Parameters)) + string.Concat(store.State(plan.Layout).Parts.Bind(part => part.Moments).Map(Fingerprint.Of));
    }

    private static (UpdatePlan<double> Plan, MomentStore<double> Store) Plan(string name, int padding, int block, int large = 0)
    {
        var parameters = Numbers(1);
        var transformation = Optimisations.First(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Transformation;
        var layout = ParameterLayout.Of(parameters, padding);
        var store = new MomentStore<double>(transformation.Start(parameters), layout);
        return (new(transformation, store, layout, new double[layout.Length], layout.Load(parameters), Execution.Sequential, block, large), store);
    }

    private static long Moments(MomentStore<double> store) => store.Moments.Length + store.Parts.Sum(Moments);

    private static Parameters<double> Numbers(int seed)
    {
        var key = RandomKey.FromSeed((ulong)seed);
        var place = 0;
        return Parameters<double>.Of(
            [.. new[] { ("0.weights", 37, 241), ("0.bias", 37, 1), ("1.weights", 300, 37), ("1.bias", 300, 1), ("2.weights", 1, 1) }.Select(shape => new Parameter<double>(
                shape.Item1,
                shape.Item3 > 1 ? ParameterRole.Weights : ParameterRole.Bias,
                Dense.Matrix(shape.Item2, shape.Item3, [.. Enumerable.Range(0, shape.Item2 * shape.Item3).Select(_ => key.Normal(place++))])))]);
    }
}
