namespace Functional.Verification;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>The laws of gradient transformations: chaining, the zero rate, and the gathering of gradients.</summary>
public static class TransformationLaws
{
    /// <summary>Two transformations give the same updates, bit for bit, while the parameters move with them.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="left">One transformation.</param>
    /// <param name="right">The other one.</param>
    /// <param name="parameters">The parameters before the first step.</param>
    /// <param name="gradients">A gradient for each step.</param>
    public static LawResult AreAlike<T>(GradientTransformation left, GradientTransformation right, Parameters<T> parameters, IReadOnlyList<Parameters<T>> gradients)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(parameters);
        Given.NoNulls(gradients);
        var (one, other) = (left.Start(parameters), right.Start(parameters));
        for (var step = 0; step < gradients.Count; step++)
        {
            (var update, one) = left.Step(gradients[step], one, parameters, Objective<T>(step));
            (var same, other) = right.Step(gradients[step], other, parameters, Objective<T>(step));
            if (!Bits.Same(update, same))
            {
                return LawResult.Failed($"The updates differ in step {step}: {left} gives {Shown(update)}, {right} gives {Shown(same)}.");
            }

            parameters = Added(parameters, update);
        }

        return LawResult.Held;
    }

    /// <summary>Chaining is associative, and <see cref="GradientTransformation.None"/> is its unit on both sides.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="chain">How two are chained: <c>(first, next) => first.Then(next)</c>.</param>
    /// <param name="links">Three transformations.</param>
    /// <param name="parameters">The parameters before the first step.</param>
    /// <param name="gradients">A gradient for each step.</param>
    public static LawResult ChainingIsAssociativeWithUnit<T>(
        Func<GradientTransformation, GradientTransformation, GradientTransformation> chain,
        (GradientTransformation First, GradientTransformation Second, GradientTransformation Third) links,
        Parameters<T> parameters,
        IReadOnlyList<Parameters<T>> gradients)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(parameters);
        Given.NoNulls(gradients);
        var (a, b, c) = links;
        return LawResult.All(
        [
            AreAlike(chain(chain(a, b), c), chain(a, chain(b, c)), parameters, gradients),
            AreAlike(chain(a, GradientTransformation.None), a, parameters, gradients),
            AreAlike(chain(GradientTransformation.None, a), a, parameters, gradients),
        ]);
    }

    /// <summary>A chain gives the update that its parts give when each is applied to the result of the one before.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="chain">The chain.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="parameters">The parameters before the first step.</param>
    /// <param name="gradients">A gradient for each step.</param>
    public static LawResult ChainIsItsPartsInOrder<T>(
        GradientTransformation chain, Seq<GradientTransformation> parts, Parameters<T> parameters, IReadOnlyList<Parameters<T>> gradients)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(parameters);
        Given.NoNulls(gradients);
        Given.NoNulls(parts);
        var whole = chain.Start(parameters);
        var states = parts.Map(part => part.Start(parameters)).ToArray();
        for (var step = 0; step < gradients.Count; step++)
        {
            (var update, whole) = chain.Step(gradients[step], whole, parameters, Objective<T>(step));
            var passed = gradients[step];
            for (var part = 0; part < states.Length; part++)
            {
                (passed, states[part]) = parts[part].Step(passed, states[part], parameters, Objective<T>(step));
            }

            if (!Bits.Same(update, passed))
            {
                return LawResult.Failed($"In step {step} the chain {chain} gives {Shown(update)}, its parts in order give {Shown(passed)}.");
            }

            parameters = Added(parameters, update);
        }

        return LawResult.Held;
    }

    /// <summary>An optimiser whose learning rate is 0 leaves all parameters as they are.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="optimiser">From a learning rate to the optimiser.</param>
    /// <param name="parameters">The parameters before the first step.</param>
    /// <param name="gradients">A gradient for each step.</param>
    public static LawResult ZeroRateLeavesParameters<T>(Func<Schedule, GradientTransformation> optimiser, Parameters<T> parameters, IReadOnlyList<Parameters<T>> gradients)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(parameters);
        Given.NoNulls(gradients);
        var still = optimiser(0);
        var state = still.Start(parameters);
        for (var step = 0; step < gradients.Count; step++)
        {
            (var update, state) = still.Step(gradients[step], state, parameters, Objective<T>(step));
            var numbers = Added(parameters, update).Unroll();
            var before = parameters.Unroll();
            if (Enumerable.Range(0, numbers.Count).Any(place => numbers[place] != before[place]))
            {
                return LawResult.Failed($"In step {step} {still} moves the parameters by {Shown(update)}.");
            }
        }

        return LawResult.Held;
    }

    /// <summary>For a loss that is a mean over samples, training on k batches of one size with gathering is training on one batch of k-fold size, up to rounding.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="gathering">The transformation that gathers over as many steps as there are batches.</param>
    /// <param name="optimiser">The transformation that sees the large batch.</param>
    /// <param name="network">The network.</param>
    /// <param name="batches">The batches, all of one size.</param>
    /// <remarks>It says nothing of batch normalisation, which looks at each batch's statistics, and of dropout, which draws another mask in every step.</remarks>
    public static LawResult AccumulationIsOneLargeBatch(
        Loss loss, GradientTransformation gathering, GradientTransformation optimiser, Layer<double> network, IReadOnlyList<Batch<double>> batches)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(gathering);
        ArgumentNullException.ThrowIfNull(optimiser);
        ArgumentNullException.ThrowIfNull(network);
        Given.NoNulls(batches);
        if (batches.Count > 1 && Contents.Has(network, layer => layer is BatchNormalisation<double> or Dropout<double>))
        {
            return LawResult.Vacuous("The network looks at a batch as a whole, or draws in every step.");
        }

        var large = new Batch<double>(
            Side(batches.Select(batch => batch.Inputs)),
            new ValueTargets<double>(Side(batches.Select(batch => batch.Targets.ToColumns(network.OutputSize(batch.Inputs.RowCount))))));
        var key = RandomKey.FromSeed(0);
        var gathered = Trained(new(loss, gathering), batches);
        var expected = Trained(new(loss, optimiser), [large]);
        return gathered.IsNone || expected.IsNone
            ? LawResult.Vacuous("The training diverged.")
            : gathered.Bind(one => expected.Map(other => Compared(one, other))).IfNone(LawResult.Held);

        Option<Parameters<double>> Trained(Training training, IReadOnlyList<Batch<double>> own) =>
            training.Fold(training.Start(network, key), own).Match(Right: state => Option<Parameters<double>>.Some(state.Network.Parameters), Left: _ => Option<Parameters<double>>.None);

        static LawResult Compared(Parameters<double> one, Parameters<double> other)
        {
            var (left, right) = (one.Unroll(), other.Unroll());
            var worst = Enumerable.Range(0, left.Count).Select(place => Math.Abs(left[place] - right[place]) / Math.Max(1, Math.Abs(right[place]))).DefaultIfEmpty(0).Max();
            return LawResult.Where(worst <= 1e-10, () => $"Gathering gives {Shown(one)}, one large batch {Shown(other)}: they differ by {worst}.");
        }
    }

    /// <summary>The parameters after an update.</summary>
    private static Parameters<T> Added<T>(Parameters<T> parameters, Parameters<T> update)
        where T : struct, IFloatingPointIeee754<T> => parameters.Zip(update, (values, changes) => values + changes);

    /// <summary>Objectives that fall at first and then no more.</summary>
    private static T Objective<T>(int step)
        where T : struct, IFloatingPointIeee754<T> => T.CreateChecked(Math.Max(4 - step, 2));

    private static MathNet.Numerics.LinearAlgebra.Matrix<double> Side(IEnumerable<MathNet.Numerics.LinearAlgebra.Matrix<double>> columns)
    {
        var all = columns.ToArray();
        return Dense.Matrix(all[0].RowCount, all.Sum(one => one.ColumnCount), [.. all.SelectMany(one => one.AsColumnMajorArray() ?? one.ToColumnMajorArray())]);
    }

    private static string Shown<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T> => string.Join(", ", parameters.Entries.Map(entry => $"{entry.Name} [{string.Join(" ", entry.Values.ToColumnMajorArray().Take(20))}]"));
}
