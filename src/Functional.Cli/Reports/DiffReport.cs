namespace Functional.Cli;

using System;
using System.Linq;
using System.Text.Json;
using Functional.Experiments;
using LanguageExt;

/// <summary>Where two runs or files part, in words and as JSON.</summary>
internal static class DiffReport
{
    private const int ShownTensors = 20;

    /// <summary>How two files differ, in words.</summary>
    public static string Text(DiffSettings wanted, TensorComparison comparison) => comparison.AreEqual
        ? $"{wanted.One} and {wanted.Other}: {comparison.Summary}.\n"
        : $"{wanted.One} and {wanted.Other} differ.\n{Listed(comparison)}";

    /// <summary>How two files differ, as members.</summary>
    public static void Write(Utf8JsonWriter writer, DiffSettings wanted, TensorComparison comparison)
    {
        writer.WriteString("one", wanted.One);
        writer.WriteString("other", wanted.Other);
        writer.WriteBoolean("agree", comparison.AreEqual);
        Write(writer, comparison);
    }

    /// <summary>Where two runs part, in words.</summary>
    public static string Text(RunSide one, RunSide other, Parting parting) => $"{Experiments(one, other)}{parting switch
    {
        Parting.Nowhere same => $"{one.Name} and {other.Name}: no state differs in {Steps(same.Steps)}; the last one has the fingerprint {same.Fingerprint}.\n",
        Parting.AtStep { Step: 0 } begin => $"{one.Name} and {other.Name} differ where they begin, before the first step.\n{Listed(begin.Comparison)}",
        Parting.AtStep at => $"{one.Name} and {other.Name} part at step {Figures.Count(at.Step)}: the states behind the steps before it are the same.\n{Listed(at.Comparison)}",
        Parting.AtTheEnd end => $"No state differs in {Steps(end.Steps)}, behind which {(end.IsOneShorter ? one : other).Name} ends: {end.Why.TrimEnd('.')}.{(end.OtherSteps > end.Steps ? $" {(end.IsOneShorter ? other : one).Name} goes on to step {Figures.Count(end.OtherSteps)}." : string.Empty)}\n",
        Parting.InTheRecord record => $"What {record.Run} recorded behind step {Figures.Count(record.Step)} is not what its experiment gives here{(record.AgreesUntil > 0 ? $"; what it recorded behind step {Figures.Count(record.AgreesUntil)} is" : string.Empty)}.\n{Listed(record.Comparison)}",
        _ => throw new ArgumentException($"There are no words for {parting.GetType().Name}.", nameof(parting)),
    }}";

    /// <summary>Where two runs part, as members.</summary>
    public static void Write(Utf8JsonWriter writer, RunSide one, RunSide other, Parting parting)
    {
        writer.WriteString("one", one.Name);
        writer.WriteString("other", other.Name);
        writer.WriteBoolean("agree", parting is Parting.Nowhere);
        writer.WriteStartArray("experiments");
        foreach (var (path, mine, its) in ExperimentDocument.Differences(one.Experiment, other.Experiment))
        {
            writer.WriteStartObject();
            writer.WriteString("path", path);
            writer.WriteString("one", mine);
            writer.WriteString("other", its);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        switch (parting)
        {
            case Parting.Nowhere same:
                writer.WriteNumber("steps", same.Steps);
                writer.WriteString("state", same.Fingerprint);
                break;
            case Parting.AtStep at:
                writer.WriteNumber("step", at.Step);
                Write(writer, at.Comparison);
                break;
            case Parting.AtTheEnd end:
                writer.WriteNumber("steps", end.Steps);
                writer.WriteString("shorter", (end.IsOneShorter ? one : other).Name);
                writer.WriteString("why", end.Why);
                break;
            case Parting.InTheRecord record:
                writer.WriteString("record", record.Run);
                writer.WriteNumber("step", record.Step);
                writer.WriteNumber("agreesUntil", record.AgreesUntil);
                Write(writer, record.Comparison);
                break;
            default:
                break;
        }
    }

    /// <summary>A discrepancy as an object's member "first".</summary>
    public static void Write(Utf8JsonWriter writer, Discrepancy first)
    {
        writer.WriteStartObject("first");
        Members(writer, first);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TensorComparison comparison)
    {
        writer.WriteNumber("tensors", comparison.TensorCount);
        writer.WriteNumber("numbers", comparison.NumberCount);
        writer.WriteNumber("differing", comparison.DifferingNumbers);
        writer.WriteStartArray("discrepancies");
        foreach (var discrepancy in comparison.Discrepancies)
        {
            writer.WriteStartObject();
            Members(writer, discrepancy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter writer, Discrepancy discrepancy)
    {
        writer.WriteString("name", discrepancy.Name);
        writer.WriteString("place", discrepancy.Place);
        switch (discrepancy)
        {
            case Discrepancy.Numbers numbers:
                writer.WriteNumber("row", numbers.Row);
                writer.WriteNumber("column", numbers.Column);
                writer.WriteString("one", numbers.First.Text(numbers.First.One));
                writer.WriteString("other", numbers.First.Text(numbers.First.Other));
                writer.WriteString("oneBits", numbers.First.Digits(numbers.First.One));
                writer.WriteString("otherBits", numbers.First.Digits(numbers.First.Other));
                writer.WriteStartArray("bits");
                numbers.First.Bits.Iter(writer.WriteNumberValue);
                writer.WriteEndArray();
                numbers.First.Ulps.IfSome(ulps => writer.WriteNumber("ulps", ulps));
                writer.WriteNumber("differing", numbers.Differing);
                writer.WriteNumber("count", numbers.Count);
                break;
            case Discrepancy.Form form:
                writer.WriteString("one", form.One);
                writer.WriteString("other", form.Other);
                break;
            case Discrepancy.Value value:
                writer.WriteString("one", value.One);
                writer.WriteString("other", value.Other);
                break;
            default:
                break;
        }
    }

    private static string Experiments(RunSide one, RunSide other)
    {
        var differences = ExperimentDocument.Differences(one.Experiment, other.Experiment);
        return string.Concat(differences.Map(own => $"{own.Path}: {own.One} and {own.Other}\n"));
    }

    private static string Listed(TensorComparison comparison) =>
        $"{string.Concat(comparison.Discrepancies.Take(ShownTensors).Select((own, number) => $"{(number == 0 ? "first: " : "       ")}{own.Message}\n"))}"
        + (comparison.Discrepancies.Count > ShownTensors ? $"       and {Figures.Count(comparison.Discrepancies.Count - ShownTensors)} more\n" : string.Empty)
        + (comparison.NumberCount > 0 ? $"In all {comparison.Summary}.\n" : string.Empty);

    private static string Steps(long steps) => steps == 1 ? "1 step" : $"{Figures.Count(steps)} steps";
}
