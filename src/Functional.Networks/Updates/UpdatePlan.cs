namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Elementwise.Operations;

/// <summary>
/// How a gradient becomes an update and the update new parameters, in memory that is written over. Transformations write it down once,
/// in their order, and every step runs it; the pure step runs it once, on copies.
/// </summary>
/// <remarks>
/// <para>A step goes through four phases. Begin: one thread computes what depends on the step's number and objective alone. Sweeps: passes over the
/// numbers, block by block; what follows one another without needing to know all numbers shares a pass, so that each block is read and
/// written once. Surveys, between the sweeps: what depends on all numbers, such as a norm. End: one thread advances what the states count.</para>
/// <para>A sweep's works see the elements of one block alone, and a survey's order depends on the parameters' shapes alone; so threads and block
/// boundaries change no bit.</para>
/// </remarks>
internal sealed class UpdatePlan<T>
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Numbers that are updated at a time, so that they stay in the first-level cache.</summary>
    public const int BlockNumbers = 1024;

    /// <summary>Numbers of an update from which on it is worth making each block's update aside, so that it need not be written back to memory.</summary>
    public const int LargeUpdate = 1 << 18;

    private readonly int blockNumbers;
    private readonly int largeUpdate;
    private readonly ImmutableArray<Sweep<T>> sweeps;

    // What every number is multiplied by at the very end, together with the addition to the parameters.
    private readonly StepValue<Scale<T>>? last;
    private readonly List<Action> beginning = [];
    private readonly List<(Gate? Gate, Action Work)> ending = [];
    private readonly List<Sweep<T>> written = [];
    private readonly List<SweepWork<T>> open = [];
    private Gate? gate;
    private ImmutableArray<bool> chosen;

    /// <summary>Writes down how a transformation works.</summary>
    /// <param name="transformation">The transformation.</param>
    /// <param name="state">Its state, which the steps write over.</param>
    /// <param name="layout">Where the parameters stand.</param>
    /// <param name="update">Where each step finds the gradient and leaves the update.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="execution">How to compute.</param>
    /// <param name="blockNumbers">The numbers of a block, at most; it changes no bit.</param>
    /// <param name="largeUpdate">The numbers of an update from which on it is made aside; it changes no bit.</param>
    public UpdatePlan(
        GradientTransformation transformation,
        MomentStore<T> state,
        ParameterLayout layout,
        T[] update,
        T[] parameters,
        Execution execution,
        int blockNumbers = BlockNumbers,
        int largeUpdate = LargeUpdate)
    {
        this.blockNumbers = blockNumbers;
        this.largeUpdate = largeUpdate;
        Layout = layout;
        Update = update;
        Parameters = parameters;
        Execution = execution;
        AcceptsNonFinite = transformation.AcceptsNonFinite;
        transformation.WriteAll(this, state);
        if (open is [.., { Factor: { } factor, Gate: null, Slots.IsDefault: true }])
        {
            last = factor;
            open.RemoveAt(open.Count - 1);
        }

        Close(survey: null);
        sweeps = [.. written];
        IsPointwise = !AcceptsNonFinite && sweeps is [{ Survey: null } only] && only.Works.All(work => work.Moments.IsEmpty);
        IsElementwise = sweeps is [{ Survey: null }];
        IsGradient = sweeps is [{ Survey: null, Works.IsEmpty: true }];
    }

    /// <summary>Where the parameters stand.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>The update's numbers.</summary>
    public T[] Update { get; private set; }

    /// <summary>The parameters' numbers.</summary>
    public T[] Parameters { get; private set; }

    /// <summary>How to compute.</summary>
    public Execution Execution { get; }

    /// <summary>Whether a step goes on with a gradient or an objective that is not finite.</summary>
    public bool AcceptsNonFinite { get; }

    /// <summary>The objective's value in the step that is under way, if it is known.</summary>
    public double? Objective { get; private set; }

    /// <summary>Whether the step's gradient and objective are finite.</summary>
    public bool IsFinite { get; set; } = true;

    /// <summary>
    /// The bytes that a step moves between memory and processor where nothing stays in cache from one pass to the next: in each sweep the moments that it works on read and
    /// written, the update read and the parameters read; the update written in all sweeps but the last, the parameters in the last; in each survey what it reads.
    /// </summary>
    public long BytesMoved
    {
        get
        {
            var arrays = 0L;
            foreach (var sweep in sweeps)
            {
                var isLast = ReferenceEquals(sweep, sweeps[^1]);
                var touched = sweep.Works.SelectMany(work => work.Moments).Distinct().Count();
                arrays += (sweep.Works.IsEmpty && !isLast ? 0 : 3 + (2L * touched)) + (sweep.Survey?.Arrays ?? 0);
            }

            return arrays * Layout.Length * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        }
    }

    /// <summary>Whether the transformation that is writing works on a parameter.</summary>
    /// <param name="slot">The parameter's number.</param>
    public bool Chooses(int slot) => chosen.IsDefault || chosen[slot];

    /// <summary>All parameters, one by one, for works whose blocks must belong to one.</summary>
    public ImmutableArray<bool> EverySlot => [.. Enumerable.Repeat(element: true, Layout.Slots.Length)];

    /// <summary>Writes down what is computed once a step, before the update begins.</summary>
    /// <param name="compute">From what is known then to the value.</param>
    public StepValue<TValue> Once<TValue>(Func<TValue> compute)
    {
        var value = new StepValue<TValue>(compute);
        beginning.Add(value.Renew);
        return value;
    }

    /// <summary>Writes down that every number is multiplied by a factor.</summary>
    /// <param name="factor">The step's factor.</param>
    public void Scale(StepValue<Scale<T>> factor) =>
        open.Add(new(block => Elements.Map(factor.Value, block.Update, block.Update, block.Execution), gate, chosen, []) { Factor = factor });

    /// <summary>Writes down what is done to every block.</summary>
    /// <param name="work">From the block's numbers before to those after, each by itself.</param>
    /// <param name="moments">The arrays beside update and parameters that it reads and writes.</param>
    public void Sweep(BlockWork<T> work, params T[][] moments) => open.Add(new(work, gate, chosen, [.. moments]));

    /// <summary>Writes down what is done to every block of some parameters; each block belongs to one.</summary>
    /// <param name="slots">Whether it is done to the parameter with this number.</param>
    /// <param name="work">From the block's numbers before to those after.</param>
    /// <param name="moments">The arrays beside update and parameters that it reads and writes.</param>
    public void Sweep(ImmutableArray<bool> slots, BlockWork<T> work, params T[][] moments) => open.Add(new(work, gate, Both(chosen, slots), [.. moments]));

    /// <summary>Writes down what is found out about all numbers before the next sweep begins.</summary>
    /// <param name="pieces">The number of pieces, which must depend on the parameters' shapes alone.</param>
    /// <param name="find">Looks at one piece; pieces are looked at by several threads.</param>
    /// <param name="conclude">Puts together what was found, on one thread.</param>
    /// <param name="arrays">How many arrays as long as the parameters it reads.</param>
    public void Survey(int pieces, Action<int> find, Action conclude, int arrays) => Close(new(pieces, find, conclude, gate, arrays));

    /// <summary>Writes down whether the update, as it is at this place, is finite.</summary>
    public Func<bool> Finiteness()
    {
        if (written.Count == 0 && open.Count == 0)
        {
            return () => IsFinite;
        }

        var pieces = (Update.Length + BlockNumbers - 1) / BlockNumbers;
        var found = new bool[pieces];
        var all = false;
        Survey(
            pieces,
            piece => found[piece] = Finite.All<T>(
                Update.AsSpan(piece * BlockNumbers, Math.Min(BlockNumbers, Update.Length - (piece * BlockNumbers))), Execution.Width),
            () => all = found.AsSpan().AllTrue(),
            arrays: 1);
        return () => all && (Objective is not { } value || double.IsFinite(value));
    }

    /// <summary>Writes down what takes place in some steps only.</summary>
    /// <param name="condition">Whether it does; it must not change between a step's beginning and its end.</param>
    /// <param name="write">Writes it down.</param>
    public void When(Func<bool> condition, Action write)
    {
        var outer = gate;
        gate = new(outer, condition);
        write();
        gate = outer;
    }

    /// <summary>Writes down what takes place for some parameters only.</summary>
    /// <param name="slots">Whether it does for the parameter with this number.</param>
    /// <param name="write">Writes it down.</param>
    public void For(ImmutableArray<bool> slots, Action write)
    {
        var outer = chosen;
        chosen = Both(outer, slots);
        write();
        chosen = outer;
    }

    /// <summary>Writes down what is done once a step, after the update.</summary>
    /// <param name="work">What is done, on one thread.</param>
    public void AtEnd(Action work) => ending.Add((gate, work));

    /// <summary>The objective's value in the step that is under way.</summary>
    /// <param name="transformation">Who asks.</param>
    /// <exception cref="ArgumentException">It was not given.</exception>
    public double RequireObjective(string transformation) => Objective
        ?? throw new ArgumentException($"{transformation} looks at the objective's value, which was not given: pass it to Step.", nameof(transformation));

    /// <summary>Begins a step, on one thread.</summary>
    /// <param name="objective">The objective's value, if it is known.</param>
    public void Begin(double? objective)
    {
        Objective = objective;
        foreach (var work in beginning)
        {
            work();
        }
    }

    /// <summary>Makes the update of the gradient, and where wanted adds it to the parameters; all threads of a team come here.</summary>
    /// <param name="rank">The thread's number.</param>
    /// <param name="size">The number of threads.</param>
    /// <param name="from">The first number that is the thread's own.</param>
    /// <param name="to">The number behind the thread's last one.</param>
    /// <param name="meet">Waits for the other threads.</param>
    /// <param name="adds">Whether the update is added to the parameters; what then stands in the place of the update, nobody promises.</param>
    /// <param name="aside">The thread's own room, in which the last sweep makes each block of a large update; without room for one, it is made where it stands.</param>
    /// <returns>Whether the thread's own parameters are finite afterwards.</returns>
    public bool Run(int rank, int size, int from, int to, Action meet, bool adds, Span<T> aside = default)
    {
        for (var place = 0; place < sweeps.Length - 1; place++)
        {
            Go(sweeps[place], from, to, factor: null, Ending.Leaves, aside: default);
            sweeps[place].Survey!.Do(rank, size, meet);
        }

        var makes = !sweeps[^1].Works.IsEmpty && Layout.Length >= largeUpdate && aside.Length >= blockNumbers;
        return Go(sweeps[^1], from, to, last, adds ? Ending.Adds : Ending.Leaves, adds && makes ? aside : default);
    }

    /// <summary>
    /// Whether each number's update depends on its own gradient and parameter and on the step alone: then <see cref="Replace"/> does for some numbers what <see cref="Run"/> does for all.
    /// </summary>
    public bool IsPointwise { get; }

    /// <summary>Whether each number's update depends on what stands at its own place alone, and on the step: then any order of places does.</summary>
    public bool IsElementwise { get; }

    /// <summary>Whether the update is the gradient, but for a factor: then it is finite only where the gradient is.</summary>
    public bool IsGradient { get; }

    /// <summary>What the gradient is multiplied by to be the update, where that is all, in the step that is under way.</summary>
    public Scale<T>? Factor => IsGradient ? last?.Value : null;

    /// <summary>Makes new parameters in the place of some numbers' gradient; the parameters stay as they are.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number behind the last one.</param>
    /// <returns>Whether the new parameters are finite.</returns>
    public bool Replace(int from, int to) => Go(sweeps[^1], from, to, last, Ending.Replaces, aside: default);

    /// <summary>Lets update and parameters change places, after <see cref="Replace"/> has made all of them.</summary>
    public void Exchange() => (Update, Parameters) = (Parameters, Update);

    /// <summary>Ends a step, on one thread.</summary>
    public void End()
    {
        foreach (var (own, work) in ending)
        {
            if (own is null || own.IsOpen)
            {
                work();
            }
        }
    }

    private static ImmutableArray<bool> Both(ImmutableArray<bool> outer, ImmutableArray<bool> slots) =>
        outer.IsDefault ? slots : [.. outer.Zip(slots, (one, other) => one && other)];

    private void Close(Survey? survey)
    {
        written.Add(new([.. open], open.Exists(work => !work.Slots.IsDefault), survey));
        open.Clear();
    }

    private bool Go(Sweep<T> sweep, int from, int to, StepValue<Scale<T>>? factor, Ending ending, Span<T> aside)
    {
        if (ending == Ending.Leaves && sweep.Works.IsEmpty && factor is null)
        {
            return true;
        }

        if (!sweep.IsSlotted)
        {
            return Go(sweep, from, to, slot: -1, factor, ending, aside);
        }

        var isFinite = true;
        for (var slot = 0; slot < Layout.Slots.Length; slot++)
        {
            var own = Layout.Slots[slot];
            isFinite &= Go(sweep, Math.Max(from, own.Offset), Math.Min(to, own.Offset + own.Length), slot, factor, ending, aside);
        }

        return isFinite;
    }

    private bool Go(Sweep<T> sweep, int from, int to, int slot, StepValue<Scale<T>>? factor, Ending ending, Span<T> aside)
    {
        var isFinite = true;
        for (var at = from; at < to; at += blockNumbers)
        {
            var update = Update.AsSpan(at, Math.Min(blockNumbers, to - at));
            if (!aside.IsEmpty)
            {
                update.CopyTo(aside);
                update = aside[..update.Length];
            }

            var block = new Block<T>(update, Parameters, at, slot, Execution);
            sweep.Do(block);
            if (ending != Ending.Leaves)
            {
                var values = block.Of(Parameters);
                var sums = ending == Ending.Adds ? values : block.Update;
                isFinite &= factor is not null
                    ? Finite.Add(factor.Value, values, block.Update, sums, Execution.Width)
                    : Finite.Add<T>(values, block.Update, sums, Execution.Width);
            }
            else if (factor is not null)
            {
                Elements.Map(factor.Value, block.Update, block.Update, Execution);
            }
        }

        return isFinite;
    }

    /// <summary>What becomes of an update.</summary>
    private enum Ending
    {
        /// <summary>It stays where it is.</summary>
        Leaves,

        /// <summary>It is added to the parameters, in their place.</summary>
        Adds,

        /// <summary>It is added to the parameters, in its own place.</summary>
        Replaces,
    }
}
