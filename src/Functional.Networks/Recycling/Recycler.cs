namespace Functional.Networks;

using System;
using System.Linq;
using System.Threading;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Randomness;
using Functional.Numerics.Sums;
using Functional.Numerics.Teams;

/// <summary>
/// Steps of training in recycled memory: the bits of <see cref="Training.Step{T}"/> without its allocations. Its memory is its own;
/// what it hands out are copies.
/// </summary>
/// <remarks>
/// A batch is cut into chunks of whole grains. Small batches are one chunk, in which each thread takes some samples through all
/// layers and back, its share or a few at a time, and then some columns of every gradient. Of large batches each thread takes chunks of its own, whose activations
/// stay in cache. Batch, network and thread count say which; the pairwise tree over the grains gives the same bits either way. A network
/// with a layer that needs the whole batch at its place takes it as one chunk, whatever its size.
/// </remarks>
internal sealed class Recycler<T> : IDisposable
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Numbers that are updated at a time, so that they stay in the first-level cache.</summary>
    private const int Block = UpdatePlan<T>.BlockNumbers;

    private readonly Training training;
    private readonly TrainingState<T> initial;
    private readonly Execution execution;
    private readonly ParameterLayout layout;
    private readonly MomentStore<T> moments;
    private readonly UpdatePlan<T> update;
    private readonly StatisticStore<T> statistics;
    private readonly bool isWhole;
    private T[] panels = [];
    private readonly int padding;
    private readonly int inputs;
    private readonly int outputs;
    private readonly LossKernel<T> loss;
    private readonly Weighing<T> weighing;
    private readonly Penalty[] penalties;
    private readonly Action<int> work;
    private readonly Action meet;
    private readonly Action begin;
    private readonly RandomKey stepKey;
    private T[] parameters;
    private T[] gradient;
    private Team team = new(1);
    private Portions portions = new(1);
    private Crew<T>[] crews = [];
    private Crew<T>[] solo = [];
    private Workspace<T>[] workspaces = [];
    private (BatchCut Cut, PartialSums<T>[] Sums) plan = (BatchCut.None, []);
    private (BatchCut Cut, PartialSums<T>[] Sums) before = (BatchCut.None, []);
    private int room;
    private T[] losses = [];
    private T[] weights = [];
    private bool isWeighted;
    private T[] penalised = [];
    private int[] correct = [];
    private bool[] finite = [];
    private bool[] updatedFinite = [];
    private int[] settled = [];
    private Action<int, int>[] settling = [];
    private Feed<T> feed = null!;
    private T divisor;
    private bool hasPanels;
    private bool isInPanels;
    private int taken;
    private T lossValue;
    private T objectiveValue;

    private Recycler(Training training, TrainingState<T> state, int inputs, LossKernel<T> loss, Execution execution)
    {
        this.training = training;
        this.inputs = inputs;
        this.loss = loss;
        weighing = new(training.Objective.Loss);
        penalties = [.. training.Objective.Penalties];
        this.execution = execution;
        initial = state;
        padding = execution.Lanes<T>();
        outputs = state.Network.OutputSize(inputs);
        var values = state.Network.Parameters;
        layout = ParameterLayout.Of(values, padding);
        parameters = new T[layout.Length];
        layout.Load(values, parameters);
        gradient = new T[layout.Length];
        moments = new(state.Optimiser, layout);
        update = new(training.Optimiser, moments, layout, gradient, parameters, execution);
        statistics = new(state.Network.Statistics, padding);
        isWhole = StagePlanner<T>.NeedsWholeBatch(state.Network);
        Steps = state.Step;
        work = Work;
        meet = () => team.Sync();
        begin = Begin;
        stepKey = state.Key.For("step");
    }

    /// <summary>The number of steps done.</summary>
    public long Steps { get; private set; }

    /// <summary>The state after the steps done, copied.</summary>
    public TrainingState<T> State()
    {
        if (Steps == initial.Step)
        {
            return initial;
        }

        Rearrange(inPanels: false);
        return new(
            initial.Network.With(layout.Store(parameters)).GoneOn(statistics.Layout.Store(statistics.Values)),
            moments.State(layout),
            initial.Key,
            Steps);
    }

    /// <summary>Recycled memory for training from a state; nothing where a part of network or objective only knows fresh one.</summary>
    public static Recycler<T>? For(Training training, TrainingState<T> state, Execution execution) =>
        state.Network.InputSize is { } inputs
        && StagePlanner<T>.Covers(state.Network)
        && training.Objective.Loss.Kernel<T>() is { } loss
        && state.Network.Parameters.Entries.Count > 0
        && training.Optimiser.Fits(state.Optimiser)
            ? new(training, state, inputs, loss, execution)
            : null;

    /// <summary>One step.</summary>
    /// <param name="samples">The step's samples.</param>
    /// <param name="measurement">What was measured, unless there is a divergence.</param>
    /// <returns>Where the first number appeared that is not finite; nothing if all are.</returns>
    public Divergence? Step(Feed<T> samples, out Measurement<T> measurement)
    {
        if (samples.Features != inputs)
        {
            // The pure step says what is wrong.
            _ = training.Step(State(), samples.ToBatch(), execution);
        }

        if (feed != samples)
        {
            feed = samples;
        }

        if (samples.Count != plan.Cut.Samples)
        {
            // The last batch of an epoch may be a smaller one, so the plan before this one is kept; it holds as long as threads and groups are the same.
            (plan, before) = (before, plan);
            if (samples.Count != plan.Cut.Samples || plan.Cut.Threads != crews.Length || plan.Cut.Groups != workspaces.Length)
            {
                plan = Plan(BatchCut.Of<T>(samples.Count, inputs, layout.Length, isWhole, execution));
            }
        }

        divisor = Divisor();
        Rearrange(plan.Cut.UsesPanels && update.IsElementwise && !isWhole);
        if (plan.Cut.UsesPanels && !hasPanels && !isInPanels)
        {
            panels = Enough(panels, layout.PanelRoom);
            layout.FillPanels(parameters, panels, 0, layout.Length);
        }

        hasPanels = plan.Cut.UsesPanels && !isInPanels;
        var renews = update.IsGradient && penalties.Length == 0 && workspaces[0].Stages.IsForFew;
        var settles = update.IsPointwise && plan.Cut.Chunks == 1 && (renews || layout.Length >= execution.SettledNumbers);
        if (settles && !renews)
        {
            portions.Renew(layout.Slots.Length);
        }

        foreach (var crew in crews)
        {
            var own = hasPanels ? panels : null;
            crew.Prepare(own, isInPanels, settles ? settling[crew.Rank] : null);
            solo[crew.Rank].Prepare(own, isInPanels, settle: null);
        }

        plan.Sums[0].Take(gradient);
        team.Run(work);
        measurement = default;
        var isFinite = finite.AsSpan().AllTrue();
        if (!update.AcceptsNonFinite && !(isFinite && (!settles || updatedFinite.AsSpan().AllTrue())))
        {
            hasPanels = false;
            return training.Step(State(), samples.ToBatch(), execution).Match(
                Right: _ => throw new InvalidOperationException("The step is finite when done anew."), Left: divergence => divergence);
        }

        if (isFinite && !statistics.IsFinite(execution))
        {
            hasPanels = false;
            return Diagnosis.OfUpdate(Steps, statistics.Layout.Store(statistics.Next));
        }

        if (!updatedFinite.AsSpan().AllTrue())
        {
            Rearrange(inPanels: false);
            return Diagnosis.OfUpdate(Steps, layout.Store(parameters));
        }

        if (settles)
        {
            if (settled.AsSpan().Total() != layout.Length)
            {
                throw new InvalidOperationException($"{settled.AsSpan().Total()} of {layout.Length} numbers of the gradient were summed.");
            }

            (parameters, gradient) = (gradient, parameters);
            update.Exchange();
        }

        measurement = new(Steps, objectiveValue, lossValue, correct.AsSpan().Total(), samples.Count);
        Steps++;
        update.End();
        if (isFinite)
        {
            statistics.Advance();
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        team.Dispose();
        DisposeCrews();
        DisposeWorkspaces();
    }

    private void DisposeWorkspaces()
    {
        foreach (var workspace in workspaces)
        {
            workspace.Stages.Dispose();
        }

        workspaces = [];
    }

    private void DisposeCrews()
    {
        foreach (var crew in crews.Concat(solo))
        {
            crew.Dispose();
        }

        (crews, solo) = ([], []);
    }

    /// <summary>Sets up threads, and room for a group's samples and for every group's sums.</summary>
    private (BatchCut Cut, PartialSums<T>[] Sums) Plan(BatchCut cut)
    {
        var scratch = Workspace<T>.Scratch(loss, outputs, padding);
        if (crews.Length != cut.Threads)
        {
            team.Dispose();
            DisposeCrews();
            DisposeWorkspaces();
            team = new(cut.Threads);
            portions = new(cut.Threads);
            crews = [.. Enumerable.Range(0, cut.Threads).Select(rank => new Crew<T>(rank, cut.Threads, execution, scratch, team, portions))];
            solo = [.. crews.Select(_ => new Crew<T>(0, 1, execution, scratch))];
            (correct, finite, updatedFinite, settled) = (new int[cut.Threads], new bool[cut.Threads], new bool[cut.Threads], new int[cut.Threads]);
            settling = [.. crews.Select(crew => (Action<int, int>)((from, to) => Settle(crew.Rank, from, to)))];
        }

        if (workspaces.Length != cut.Groups || room < cut.Room)
        {
            DisposeWorkspaces();
            room = cut.Room;
            var planner = new StagePlanner<T>(layout, statistics, room, padding, IsTraining: true, cut.Threads == 1 ? execution.Width : null);
            workspaces = [.. Enumerable.Range(0, cut.Groups).Select(_ => new Workspace<T>(planner.Plan(initial.Network, inputs), loss))];
        }

        losses = Enough(losses, cut.Samples);
        return (
            cut,
            [
                .. Enumerable.Range(0, cut.Groups).Select(group => new PartialSums<T>(
                    (int)((long)cut.Chunks * group / cut.Groups), (int)((long)cut.Chunks * (group + 1) / cut.Groups), layout.Length, group == 0 ? gradient : null)),
            ]);
    }

    /// <summary>Has weights, and what the optimiser keeps for them, stand in panels alone, or in columns. The gradient's numbers are lost.</summary>
    private void Rearrange(bool inPanels)
    {
        if (inPanels == isInPanels)
        {
            return;
        }

        isInPanels = inPanels;
        hasPanels = false;
        foreach (var numbers in moments.All.Prepend(parameters))
        {
            layout.Rearrange(numbers, gradient, isBack: !inPanels);
        }
    }

    /// <summary>Room for so many numbers: what there is, if it is enough.</summary>
    private static T[] Enough(T[] room, int length) => room.Length < length ? new T[length] : room;

    /// <summary>What the loss is divided by; where samples have weights these are noted first.</summary>
    private T Divisor()
    {
        var whole = training.Objective.Loss;
        isWeighted = weighing.Applies(feed.IsWeighted);
        if (!isWeighted)
        {
            return whole.Divisor<T>(feed.Count, outputs);
        }

        weights = Enough(weights, feed.Count);
        for (var sample = 0; sample < feed.Count; sample++)
        {
            weights[sample] = weighing.Of(sample, feed.ClassOf(sample), feed.WeightOf(sample));
        }

        return whole.Divisor(feed.Count, outputs, GrainSum.Of<T>(weights.AsSpan(0, feed.Count)));
    }

    /// <summary>What each thread does in a step.</summary>
    private void Work(int rank)
    {
        var crew = crews[rank];
        correct[rank] = 0;
        finite[rank] = true;
        updatedFinite[rank] = true;
        settled[rank] = 0;
        if (workspaces.Length > 1)
        {
            Chunks(rank, solo[rank], workspaces[rank], plan.Sums[rank]);
        }
        else
        {
            Chunks(rank, crew, workspaces[0], plan.Sums[0]);
        }

        if (crew.Settle is not null)
        {
            return;
        }

        team.Sync();
        if (rank == 0)
        {
            Begin();
        }

        var (from, to) = crew.Share(layout.Length, Block);
        Join(crew, from, to);
        Penalise(from, to);
        finite[rank] &= Finite.All<T>(gradient.AsSpan(from, to - from), execution.Width);
        team.Sync();
        if (update.AcceptsNonFinite)
        {
            if (rank == 0)
            {
                update.IsFinite = finite.AsSpan().AllTrue();
            }

            team.Sync();
        }

        if (update.AcceptsNonFinite || finite.AsSpan().AllTrue())
        {
            updatedFinite[rank] = update.Run(rank, crew.Size, from, to, meet, adds: true, crew.Scratch);
            if (hasPanels)
            {
                layout.FillPanels(parameters, panels, from, to);
            }
        }
    }

    /// <summary>Takes chunks through the network and back, and sums their gradients.</summary>
    private void Chunks(int rank, Crew<T> crew, Workspace<T> workspace, PartialSums<T> sums)
    {
        for (var place = 0; place < sums.Count; place++)
        {
            var first = (sums.First + place) * plan.Cut.Chunk;
            var columns = Math.Min(plan.Cut.Chunk, feed.Count - first);
            crew.Begin(stepKey, Steps, first, columns);
            var gradients = sums.Rooms[sums[place].Room];
            if (crew.Size == 1)
            {
                Alone(rank, crew, workspace, first, columns, gradients);
            }
            else
            {
                Together(rank, crew, workspace, first, columns, gradients);
            }

            if (sums.Count == 1)
            {
                return;
            }

            crew.Meet();
            var (own, end) = crew.Share(layout.Length, Block);
            foreach (var (left, right) in sums[place].Joins)
            {
                var total = sums.Rooms[left].AsSpan(own, end - own);
                Elements.Map(default(Add<T>), total, sums.Rooms[right].AsSpan(own, end - own), total, execution);
            }
        }
    }

    /// <summary>Takes a chunk through the network and back, and sums its gradient: one thread that has all of it.</summary>
    private void Alone(int rank, Crew<T> crew, Workspace<T> workspace, int first, int columns, T[] gradients)
    {
        workspace.Forward(crew, parameters, feed, first, 0, columns);
        Compare(rank, crew, workspace, first, 0, columns);
        if (crew.Settle is not null)
        {
            Begin();
            crew.Factor = penalties.Length == 0 ? update.Factor : null;
        }

        workspace.Stages.BackwardAndSum(crew, parameters, gradients, columns);
        if (crew.Settle is not null)
        {
            settled[rank] += crew.Renewal.Count;
            updatedFinite[rank] &= crew.Renewal.AreFinite;
        }
    }

    /// <summary>Takes a chunk through the network and back, and sums its gradient: threads that share it.</summary>
    private void Together(int rank, Crew<T> crew, Workspace<T> workspace, int first, int columns, T[] gradients)
    {
        if (plan.Cut.Unit == 0)
        {
            var (from, to) = crew.Share(columns, Functional.Numerics.Products.Tile.Columns);
            Pass(rank, crew, workspace, first, from, to);
        }
        else
        {
            for (var from = Take(); from < columns; from = Take())
            {
                Pass(rank, crew, workspace, first, from, Math.Min(from + plan.Cut.Unit, columns));
            }
        }

        if (crew.Settle is null)
        {
            crew.Meet();
        }
        else
        {
            team.Sync(begin);
        }

        if (rank == 0)
        {
            // Nobody takes any before the next time that all meet.
            taken = 0;
        }

        workspace.Stages.Sum(crew, gradients, columns);
    }

    /// <summary>The next samples of the chunk that no thread has taken.</summary>
    private int Take() => Interlocked.Add(ref taken, plan.Cut.Unit) - plan.Cut.Unit;

    /// <summary>Takes some of a chunk's samples through the network and back.</summary>
    private void Pass(int rank, Crew<T> crew, Workspace<T> workspace, int first, int from, int to)
    {
        workspace.Forward(crew, parameters, feed, first, from, to);
        Compare(rank, crew, workspace, first, from, to);
        workspace.Stages.Backward(crew, parameters, from, to);
    }

    private void Compare(int rank, Crew<T> crew, Workspace<T> workspace, int first, int from, int to) =>
        correct[rank] += workspace.Compare(crew, feed, first, from, to, weights.AsSpan(0, isWeighted ? feed.Count : 0), divisor, losses);

    /// <summary>Makes new parameters of some numbers' gradient, in its place, and brings their panels up to date; parameters stay as they are until the step is over.</summary>
    private void Settle(int rank, int from, int to)
    {
        Penalise(from, to);
        finite[rank] &= update.IsGradient || Finite.All<T>(gradient.AsSpan(from, to - from), execution.Width);
        updatedFinite[rank] &= update.Replace(from, to);
        settled[rank] += to - from;
        if (hasPanels)
        {
            layout.FillPanels(gradient, panels, from, to);
        }
    }

    /// <summary>Takes down the loss and the objective of the whole batch, and begins the update.</summary>
    private void Begin()
    {
        lossValue = GrainSum.Of<T>(losses.AsSpan(0, feed.Count)) / divisor;
        objectiveValue = lossValue;
        foreach (var penalty in penalties)
        {
            objectiveValue += PenaltyValue(penalty);
        }

        finite[0] &= T.IsFinite(objectiveValue);
        update.Begin(double.CreateChecked(objectiveValue));
    }

    private T PenaltyValue(Penalty penalty)
    {
        var sum = T.Zero;
        foreach (var slot in layout.Slots)
        {
            if (slot.Role != ParameterRole.Weights)
            {
                continue;
            }

            var isOwn = isInPanels && slot.Panels is not null;
            if (slot.Stride == slot.Rows && !isOwn)
            {
                sum += penalty.SumOf<T>(parameters.AsSpan(slot.Offset, slot.Length));
                continue;
            }

            // The sum's grains run over the numbers without the room between the columns.
            penalised = Enough(penalised, layout.Length);
            for (var column = 0; column < slot.Columns; column++)
            {
                var target = penalised.AsSpan(column * slot.Rows, slot.Rows);
                for (var row = 0; row < slot.Rows && isOwn; row += layout.Height)
                {
                    var (from, count) = slot.InPanel(column, row, layout.Height);
                    parameters.AsSpan(from, Math.Min(count, slot.Rows - row)).CopyTo(target[row..]);
                }

                if (!isOwn)
                {
                    parameters.AsSpan(slot.Offset + (column * slot.Stride), slot.Rows).CopyTo(target);
                }
            }

            sum += penalty.SumOf<T>(penalised.AsSpan(0, slot.Rows * slot.Columns));
        }

        return T.CreateChecked(penalty.Factor) * sum;
    }

    /// <summary>Joins what the threads summed, for a range of the gradient.</summary>
    private void Join(Crew<T> crew, int from, int to)
    {
        if (plan.Cut.Chunks == 1)
        {
            return;
        }

        var height = BitOperations.Log2((uint)plan.Cut.Chunks - 1) + 1;
        for (var block = from; block < to; block += Block)
        {
            var length = Math.Min(Block, to - block);
            Node(height, 0, block, length, crew.Scratch).CopyTo(gradient.AsSpan(block, length));
        }
    }

    /// <summary>The sum at a node of the tree over all chunks.</summary>
    private ReadOnlySpan<T> Node(int level, int index, int from, int length, Span<T> space)
    {
        foreach (var group in plan.Sums)
        {
            foreach (var node in group.Nodes)
            {
                if (node.Level == level && node.Index == index)
                {
                    return group.Rooms[node.Room].AsSpan(from, length);
                }
            }
        }

        var left = Node(level - 1, 2 * index, from, length, space[length..]);
        if (((long)((2 * index) + 1) << (level - 1)) >= plan.Cut.Chunks)
        {
            return left;
        }

        // The left sum may stand in the room that the right one is about to use.
        var sum = space[..length];
        left.CopyTo(sum);
        Elements.Map(default(Add<T>), sum, Node(level - 1, (2 * index) + 1, from, length, space[length..]), sum, execution);
        return sum;
    }

    private void Penalise(int from, int to)
    {
        foreach (var penalty in penalties)
        {
            foreach (var slot in layout.Slots)
            {
                var (first, end) = (Math.Max(from, slot.Offset), Math.Min(to, slot.Offset + slot.Length));
                if (slot.Role == ParameterRole.Weights && first < end)
                {
                    penalty.AddGradient<T>(gradient.AsSpan(first, end - first), parameters.AsSpan(first, end - first), execution);
                }
            }
        }
    }
}
