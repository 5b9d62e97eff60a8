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
        if (source is not ISampleColumns<T> columns || loss.Kernel<T>() is not { } kernel || !StagePlanner<T>.Covers(network)
            || (network.InputSize ?? columns.FeatureCount) != columns.FeatureCount)
        {
            return null;
        }

        var padding = execution.Lanes<T>();
        var layout = ParameterLayout.Of(network.Parameters, padding);

        // For a few samples it does not pay to bring the weights into panels.
        var hasPanels = source.Count >= ProductKernel.ColumnsToPack;

        // Rented, since an evaluation after every epoch would leave a megabyte behind each time.
        var parameters = ArrayPool<T>.Shared.Rent(layout.Length);
        var panels = hasPanels ? ArrayPool<T>.Shared.Rent(layout.PanelRoom) : null;
        layout.Load(network.Parameters, parameters);
        if (panels is not null)
        {
            layout.FillPanels(parameters, panels, 0, layout.Length);
        }

        var outputs = network.OutputSize(columns.FeatureCount);
        var chunks = (source.Count + Chunk - 1) / Chunk;
        var size = (int)Math.Clamp((long)layout.Length * source.Count / execution.WorkPerThread, 1, Math.Min(execution.Threads, chunks));
        var planner = new StagePlanner<T>(layout, new(network.Statistics, padding), Math.Min(Chunk, source.Count), padding, IsTraining: false);
        var crews = Enumerable.Range(0, size).Select(_ => new Crew<T>(0, 1, execution, Workspace<T>.Scratch(kernel, outputs, padding)) { Panels = panels }).ToArray();
        var workspaces = crews.Select(_ => new Workspace<T>(planner.Plan(network, columns.FeatureCount), kernel)).ToArray();
        using var chosen = new ChosenSamples();
        new FullBatch().Choose(source.Count, default, 0, chosen);
        var feed = new ColumnsFeed<T>(source, columns, chosen);
        var losses = ArrayPool<T>.Shared.Rent(source.Count);
        var weighing = new Weighing<T>(loss);
        var weights = weighing.Applies(feed.IsWeighted) ? new T[source.Count] : [];
        for (var sample = 0; sample < weights.Length; sample++)
        {
            weights[sample] = weighing.Of(sample, feed.ClassOf(sample), feed.WeightOf(sample));
        }

        var correct = new int[size];
        using var team = new Team(size);
        team.Run(rank =>
        {
            var own = 0;
            for (var chunk = rank; chunk < chunks; chunk += size)
            {
                var first = chunk * Chunk;
                var count = Math.Min(Chunk, source.Count - first);
                workspaces[rank].Forward(crews[rank], parameters, feed, first, 0, count);
                own += workspaces[rank].Compare(crews[rank], feed, first, 0, count, weights, T.One, losses);
            }

            correct[rank] = own;
        });
        foreach (var crew in crews)
        {
            crew.Dispose();
        }

        foreach (var workspace in workspaces)
        {
            workspace.Stages.Dispose();
        }

        var divisor = weights.Length == 0 ? loss.Divisor<T>(source.Count, outputs) : loss.Divisor(source.Count, outputs, GrainSum.Of<T>(weights));
        var evaluation = new Evaluation<T>(GrainSum.Of<T>(losses.AsSpan(0, source.Count)) / divisor, correct.Sum(), source.Count);
        ArrayPool<T>.Shared.Return(parameters);
        if (panels is not null)
        {
            ArrayPool<T>.Shared.Return(panels);
        }

        ArrayPool<T>.Shared.Return(losses);
        return evaluation;
    }
}
