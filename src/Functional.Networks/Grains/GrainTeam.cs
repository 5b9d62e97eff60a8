namespace Functional.Networks;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Functional.Numerics;
using Functional.Numerics.Elementwise.Operations;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Workers that share the grains of a batch: grain g belongs to worker g modulo their number. Who has which changes no bit.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed class GrainTeam<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<IGrainWorker<T>> workers;

    /// <summary>A team.</summary>
    /// <param name="workers">The workers, at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public GrainTeam(IReadOnlyList<IGrainWorker<T>> workers) =>
        this.workers = workers.Count > 0 ? workers : throw new ArgumentException("There must be at least 1 worker.", nameof(workers));

    /// <summary>Begins a step.</summary>
    public void Begin(Parameters<T> parameters, RandomKey key) => Each(worker => workers[worker].Begin(parameters, key));

    /// <summary>Carries a batch through a stretch, grain by grain.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="input">[features × samples].</param>
    /// <returns>[features × samples].</returns>
    public Matrix<T> Forward(Stretch stretch, Matrix<T> input)
    {
        var inputs = Cut(input);
        var outputs = new Matrix<T>[inputs.Length];
        Each(worker =>
        {
            var own = Share(worker, inputs.Length);
            var made = workers[worker].Forward(stretch, own, [.. own.Select(grain => inputs[grain])]);
            Put(own, made, outputs);
        });
        return SideBySide(outputs);
    }

    /// <summary>Carries a batch's gradient back through a stretch, grain by grain.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="outputGradient">∂L/∂output, [features × samples].</param>
    /// <returns>∂L/∂input, and ∂L/∂parameters of the stretch, the grains' sums joined by the pairwise tree.</returns>
    public GrainGradient<T> Backward(Stretch stretch, Matrix<T> outputGradient)
    {
        var gradients = Cut(outputGradient);
        var made = new GrainGradient<T>[gradients.Length];
        Each(worker =>
        {
            var own = Share(worker, gradients.Length);
            Put(own, workers[worker].Backward(stretch, own, [.. own.Select(grain => gradients[grain])]), made);
        });
        return new(SideBySide([.. made.Select(own => own.Input)]), Join([.. made.Select(own => own.Parameters)]));
    }

    /// <summary>
    /// Joins the sums of grains by the pairwise tree of <see cref="Arithmetic"/>: at every level neighbours 2i and 2i + 1 are added and an odd one out passes up.
    /// </summary>
    /// <param name="grains">The grains' sums in ascending order, at least one.</param>
    public static Parameters<T> Join(IReadOnlyList<Parameters<T>> grains)
    {
        var level = grains.ToArray();
        while (level.Length > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair is [var left, var right] ? left.Zip(default(Add<T>), right, Execution.Sequential) : pair[0])];
        }

        return level[0];
    }

    private static Matrix<T>[] Cut(Matrix<T> whole)
    {
        var rows = whole.RowCount;
        var numbers = whole.Numbers.ToArray();
        return [.. numbers.Chunk(rows * Arithmetic.GrainSize).Select(own => Dense.Matrix(rows, own.Length / rows, own))];
    }

    private static Matrix<T> SideBySide(Matrix<T>[] parts) => Dense.Matrix(parts[0].RowCount, parts.Sum(part => part.ColumnCount), [.. parts.SelectMany(part => part.Numbers.ToArray())]);

    private static void Put<TPart>(int[] places, TPart[] parts, TPart[] whole)
    {
        for (var i = 0; i < places.Length; i++)
        {
            whole[places[i]] = parts[i];
        }
    }

    private int[] Share(int worker, int grains) => [.. Enumerable.Range(0, grains).Where(grain => grain % workers.Count == worker)];

    /// <summary>Has every worker do its part, all at once.</summary>
    private void Each(Action<int> part) => Task.WaitAll([.. Enumerable.Range(0, workers.Count).Select(worker => Task.Run(() => part(worker)))]);
}
