namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>Orders and results of the laboratory as one line of JSON each: how its processes talk.</summary>
public static class LabText
{
    private const string Expected = "a line that functional lab has written";

    private static NameTable<LabFold> Folds { get; } = new("fold", ("recycled", LabFold.Recycled), ("pure", LabFold.Pure), ("killed", LabFold.Killed), ("grains", LabFold.Grains));

    private static NameTable<VectorWidth> Widths { get; } = new(
        "width", ("widest", VectorWidth.Widest), ("scalar", VectorWidth.Scalar), ("128", VectorWidth.Bits128), ("256", VectorWidth.Bits256), ("512", VectorWidth.Bits512));

    /// <summary>An order as a line, without its end.</summary>
    /// <param name="order">The order.</param>
    public static string Write(LabOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var root = new JsonObject
        {
            ["experiments"] = new JsonArray([.. order.Experiments.Select(experiment => (JsonNode)ExperimentDocument.Write(experiment))]),
            ["threads"] = order.Threads,
            ["width"] = Widths.NameOf(order.Width).IfNone(string.Empty),
            ["fold"] = Folds.NameOf(order.Fold).IfNone(string.Empty),
            ["processes"] = order.Processes,
        };
        order.Culture.IfSome(culture => root["culture"] = culture);
        order.Folder.IfSome(folder => root["folder"] = folder);
        order.State.IfSome(state => root["state"] = new JsonObject { ["experiment"] = state.Experiment, ["step"] = state.Step, ["file"] = state.File });
        return root.ToJsonString();
    }

    /// <summary>The order of a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The order, or what is wrong with the line.</returns>
    public static Either<DataFault, LabOrder> ReadOrder(string line) => Json.Parse(Encoding.UTF8.GetBytes(Given.NotNull(line)), "the order", ReadOrder).MapLeft(mismatch => mismatch.In("the laboratory's order"));

    /// <summary>A result as a line, without its end.</summary>
    /// <param name="result">The result.</param>
    public static string Write(LabResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JsonObject
        {
            ["facts"] = new JsonObject([.. result.Facts.Entries.DistinctBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Name, (JsonNode?)entry.Found))]),
            ["runs"] = new JsonArray([.. result.Runs.Select(run => (JsonNode)new JsonObject
            {
                ["fingerprint"] = run.Fingerprint,
                ["evaluation"] = run.Evaluation,
                ["steps"] = new JsonArray([.. run.Steps.Select(step => (JsonNode)string.Create(CultureInfo.InvariantCulture, $"{step.Step} {step.State} {step.Loss}"))]),
            })]),
        }.ToJsonString();
    }

    /// <summary>The result of a line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The result, or what is wrong with the line.</returns>
    public static Either<DataFault, LabResult> ReadResult(string line) => Json.Parse(Encoding.UTF8.GetBytes(Given.NotNull(line)), "the result", ReadResult).MapLeft(mismatch => mismatch.In("a row's result"));

    private static Either<Mismatch, LabOrder> ReadOrder(JsonElement root) =>
        from members in Json.Object(root, "the order")
        from experiments in Member(members, "experiments").Bind(own => Json.Array(own, "experiments", int.MaxValue, (entry, place) => Json.Text(entry, place).Bind(ReadExperiment)))
        from threads in Member(members, "threads").Bind(own => Json.Whole(own, "threads", 1, Execution.MaximumThreads))
        from width in Member(members, "width").Bind(own => Json.Text(own, "width")).Bind(name => Named(Widths, name))
        from fold in Member(members, "fold").Bind(own => Json.Text(own, "fold")).Bind(name => Named(Folds, name))
        from processes in Member(members, "processes").Bind(own => Json.Whole(own, "processes", 1, Execution.MaximumThreads))
        from culture in Optional(members, "culture", own => Json.Text(own, "culture"))
        from folder in Optional(members, "folder", own => Json.Text(own, "folder"))
        from state in Optional(members, "state", ReadState)
        select new LabOrder(experiments) { Threads = (int)threads, Width = width, Fold = fold, Processes = (int)processes, Culture = culture, Folder = folder, State = state };

    private static Either<Mismatch, LabStateOrder> ReadState(JsonElement element) =>
        from members in Json.Object(element, "state", "experiment", "step", "file")
        from experiment in Json.Whole(members["experiment"], "state.experiment", 0, int.MaxValue)
        from step in Json.Whole(members["step"], "state.step", 0, long.MaxValue)
        from file in Json.Text(members["file"], "state.file")
        select new LabStateOrder((int)experiment, step, file);

    private static Either<Mismatch, Experiment> ReadExperiment(string document) => ExperimentDocument.Read(document).Match(
        Succ: Prelude.Right<Mismatch, Experiment>,
        Fail: faults => new Mismatch($"the experiment cannot be read ({faults[0].Message.TrimEnd('.')})", "a document of an experiment"));

    private static Either<Mismatch, LabResult> ReadResult(JsonElement root) =>
        from members in Json.Object(root, "the result", "facts", "runs")
        from facts in Json.Object(members["facts"], "facts").Bind(all => All(all, (name, own) => Json.Text(own, name).Map(found => (name, found))))
        from runs in Json.Array(members["runs"], "runs", int.MaxValue, ReadRun)
        select new LabResult(new(facts), runs);

    private static Either<Mismatch, LabRun> ReadRun(JsonElement element, string place) =>
        from members in Json.Object(element, place, "fingerprint", "evaluation", "steps")
        from fingerprint in Json.Text(members["fingerprint"], $"{place}.fingerprint")
        from evaluation in Json.Text(members["evaluation"], $"{place}.evaluation")
        from steps in Json.Array(members["steps"], $"{place}.steps", int.MaxValue, (entry, at) => Json.Text(entry, at).Bind(text => ReadStep(text, at)))
        select new LabRun(fingerprint, evaluation, steps);

    private static Either<Mismatch, LabStep> ReadStep(string text, string place) =>
        text.Split(' ') is [var number, var state, var loss] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? new LabStep(step, state, loss)
            : new Mismatch($"{place} is '{Json.Shorten(text)}'", "a step, the fingerprint of a state and a loss");

    private static Either<Mismatch, Seq<T>> All<T>(IReadOnlyDictionary<string, JsonElement> members, Func<string, JsonElement, Either<Mismatch, T>> read) => members.Aggregate(
        Prelude.Right<Mismatch, Seq<T>>(Seq<T>.Empty), (sum, next) => sum.Bind(before => read(next.Key, next.Value).Map(own => before.Add(own))));

    private static Either<Mismatch, T> Named<T>(NameTable<T> table, string name) => table.Parse(name).Match(
        Succ: Prelude.Right<Mismatch, T>, Fail: faults => new Mismatch($"{table.Setting} is '{Json.Shorten(name)}'", faults[0].Expected));

    private static Either<Mismatch, JsonElement> Member(IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var own) ? own : new Mismatch($"there is no '{name}'", Expected);

    private static Either<Mismatch, Option<T>> Optional<T>(IReadOnlyDictionary<string, JsonElement> members, string name, Func<JsonElement, Either<Mismatch, T>> read) =>
        members.TryGetValue(name, out var own) ? read(own).Map(Prelude.Some) : Option<T>.None;
}
