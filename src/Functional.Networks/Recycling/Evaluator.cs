namespace Functional.Networks;

using System;
using System.Buffers;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Products;
using Functional.Numerics.Sums;
using Functional.Numerics.Teams;

/// <summary>Evaluates a network on many samples: threads take chunks in turn, each in room of its own that it uses again.</summary>
internal static class Evaluator
{
    /// <summary>The samples of a chunk.</summary>
    private const int Chunk = 2 * Arithmetic.GrainSize;

    /// <summary>The evaluation; nothing where a layer, the loss or the source only knows batches.</summary>
    public static Evaluation<T>? Of<T>(Layer<T> network, Loss loss, ISampleSource<T> source, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (loss.Kernel<T>() is not { } kernel || Columns(network, source) is not { } columns)
        {
            return null;
        }

        using var passage = new Passage<T>(network, kernel, source, columns, execution);
        var losses = ArrayPool<T>.Shared.Rent(source.Count);
        var weighing = new Weighing<T>(loss);
        var weights = weighing.Applies(passage.Feed.IsWeighted) ? new T[source.Count] : [];
        for (var sample = 0; sample < weights.Length; sample++)
        {
            weights[sample] = weighing.Of(sample, passage.Feed.ClassOf(sample), passage.Feed.WeightOf(sample));
        }

        var correct = new int[passage.Threads];
        passage.Run((workspace, crew, rank, first, count) => correct[rank] += workspace.Compare(crew, passage.Feed, first, 0, count, weights, T.One, losses));
        var divisor = weights.Length == 0 ? loss.Divisor<T>(source.Count, passage.Outputs) : loss.Divisor(source.Count, passage.Outputs, GrainSum.Of<T>(weights));
        var evaluation = new Evaluation<T>(GrainSum.Of<T>(losses.AsSpan(0, source.Count)) / divisor, correct.Sum(), source.Count);
        ArrayPool<T>.Shared.Return(losses);
        return evaluation;
    }

    /// <summary>Finds the place of each sample's largest output.</summary>
    /// <param name="network">The network.</param>
    /// <param name="source">The samples.</param>
    /// <param name="classes">Takes a place for each.</param>
    /// <param name="execution">How to compute.</param>
    /// <returns>Whether it is done; not where a layer or the source only knows batches.</returns>
    public static bool Classify<T>(Layer<T> network, ISampleSource<T> source, int[] classes, Execution execution)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (Columns(network, source) is not { } columns)
        {
            return false;
        }

        // Nothing is compared, so any loss will do.
        using var passage = new Passage<T>(network, new SquaredError().Kernel<T>()!, source, columns, execution);
        passage.Run((workspace, _, _, first, count) =>
        {
            var output = workspace.Stages.Output;
            for (var sample = 0; sample < count; sample++)
            {
                classes[first + sample] = Accuracy.ArgMax<T>(output.Values.AsSpan(sample * output.Stride, output.Rows));
            }
        });
        return true;
    }

    /// <summary>The source column by column, if it and every layer knows that.</summary>
    private static ISampleColumns<T>? Columns<T>(Layer<T> network, ISampleSource<T> source)
        where T : struct, IFloatingPointIeee754<T> =>
        source is ISampleColumns<T> columns && StagePlanner<T>.Covers(network) && (network.InputSize ?? columns.FeatureCount) == columns.FeatureCount ? columns : null;

    /// <summary>What is done with a chunk's outputs.</summary>
    private delegate void ChunkWork<T>(Workspace<T> workspace, Crew<T> crew, int rank, int first, int count)
        where T : struct, IFloatingPointIeee754<T>;

    /// <summary>Many samples' way through a network.</summary>
    private sealed class Passage<T> : IDisposable
        where T : struct, IFloatingPointIeee754<T>
    {
        private readonly int samples;
        private readonly T[] parameters;
        private readonly T[]? panels;
        private readonly Crew<T>[] crews;
        private readonly Workspace<T>[] workspaces;
        private readonly ChosenSamples chosen = new();

        public Passage(Layer<T> network, LossKernel<T> kernel, ISampleSource<T> source, ISampleColumns<T> columns, Execution execution)
        {
            samples = source.Count;
            var padding = execution.Lanes<T>();
            var layout = ParameterLayout.Of(network.Parameters, padding);

            // Rented, since an evaluation after every epoch would leave a megabyte behind each time. For a few samples it does not pay to bring the weights into panels.
            parameters = ArrayPool<T>.Shared.Rent(layout.Length);
            panels = samples >= ProductKernel.ColumnsToPack ? ArrayPool<T>.Shared.Rent(layout.PanelRoom) : null;
            layout.Load(network.Parameters, parameters);
            if (panels is not null)
            {
                layout.FillPanels(parameters, panels, 0, layout.Length);
            }

            Outputs = network.OutputSize(columns.FeatureCount);
            Threads = (int)Math.Clamp((long)layout.Length * samples / execution.WorkPerThread, 1, Math.Min(execution.Threads, Chunks));
            var planner = new StagePlanner<T>(layout, new(network.Statistics, padding), Math.Min(Chunk, samples), padding, IsTraining: false);
            crews = [.. Enumerable.Range(0, Threads).Select(_ => new Crew<T>(0, 1, execution, Workspace<T>.Scratch(kernel, Outputs, padding)) { Panels = panels })];
            workspaces = [.. crews.Select(_ => new Workspace<T>(planner.Plan(network, columns.FeatureCount), kernel))];
            new FullBatch().Choose(samples, default, 0, chosen);
            Feed = new ColumnsFeed<T>(source, columns, chosen);
        }

        public int Outputs { get; }

        public int Threads { get; }

        public Feed<T> Feed { get; }

        private int Chunks => (samples + Chunk - 1) / Chunk;

        public void Run(ChunkWork<T> work)
        {
            using var team = new Team(Threads);
            team.Run(rank =>
            {
                for (var chunk = rank; chunk < Chunks; chunk += Threads)
                {
                    var first = chunk * Chunk;
                    var count = Math.Min(Chunk, samples - first);
                    workspaces[rank].Forward(crews[rank], parameters, Feed, first, 0, count);
                    work(workspaces[rank], crews[rank], rank, first, count);
                }
            });
        }

        public void Dispose()
        {
            foreach (var crew in crews)
            {
                crew.Dispose();
            }

            foreach (var workspace in workspaces)
            {
                workspace.Stages.Dispose();
            }

            chosen.Dispose();
            ArrayPool<T>.Shared.Return(parameters);
            if (panels is not null)
            {
                ArrayPool<T>.Shared.Return(panels);
            }
        }
    }
}
