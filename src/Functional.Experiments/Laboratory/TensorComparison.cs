namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>Two states or two files, compared to the bit.</summary>
/// <param name="Discrepancies">In which respects they are not the same, tensors first, in the order in which a network has them; empty where they are equal.</param>
/// <param name="TensorCount">How many tensors there are, on both sides together without counting a name twice.</param>
/// <param name="NumberCount">How many numbers were compared.</param>
public sealed record TensorComparison(Seq<Discrepancy> Discrepancies, int TensorCount, long NumberCount)
{
    private const string Nothing = "nothing";

    /// <summary>Whether nothing differs.</summary>
    public bool AreEqual => Discrepancies.IsEmpty;

    /// <summary>How many numbers differ.</summary>
    public long DifferingNumbers => Discrepancies.Sum(own => own is Discrepancy.Numbers numbers ? numbers.Differing : 0);

    /// <summary>In how many words the whole is told: the first discrepancy, and how much there is besides.</summary>
    public string Summary => AreEqual
        ? string.Create(CultureInfo.InvariantCulture, $"no difference in {TensorCount:N0} tensors of {NumberCount:N0} numbers")
        : string.Create(CultureInfo.InvariantCulture, $"{DifferingNumbers:N0} of {NumberCount:N0} numbers differ, in {Discrepancies.Count(own => own is Discrepancy.Numbers):N0} of {TensorCount:N0} tensors");

    /// <summary>Compares two states of training: parameters, statistics, what the optimiser remembers, key and step.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="one">A state.</param>
    /// <param name="other">Another one.</param>
    public static TensorComparison Of<T>(TrainingState<T> one, TrainingState<T> other)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> => Of(
            [.. StateTensors.Of(Given.NotNull(one)).Select(own => TensorBits.Of(own.Name, own.Values))],
            [.. StateTensors.Of(Given.NotNull(other)).Select(own => TensorBits.Of(own.Name, own.Values))],
            Values(one),
            Values(other),
            TensorPlace.Titles(one.Network));

    /// <summary>Compares tensors and values by name.</summary>
    internal static TensorComparison Of(
        IReadOnlyList<TensorBits> one, IReadOnlyList<TensorBits> other, IReadOnlyList<(string Name, string Value)> values, IReadOnlyList<(string Name, string Value)> otherValues, Func<string, string?> title)
    {
        var theirs = other.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var found = new List<Discrepancy>();
        var numbers = 0L;
        foreach (var mine in one)
        {
            numbers += mine.Bits.Length;
            if (!theirs.Remove(mine.Name, out var its))
            {
                found.Add(new Discrepancy.Form(mine.Name, TensorPlace.Of(mine.Name, title), mine.Form, Nothing));
            }
            else if (Compared(mine, its, TensorPlace.Of(mine.Name, title)) is { } discrepancy)
            {
                found.Add(discrepancy);
            }
        }

        var extra = other.Where(tensor => theirs.ContainsKey(tensor.Name)).ToArray();
        found.AddRange(extra.Select(tensor => new Discrepancy.Form(tensor.Name, TensorPlace.Of(tensor.Name, title), Nothing, tensor.Form)));
        found.AddRange(Compared(values, otherValues));
        return new(found.ToArray().ToSeq().Strict(), one.Count + extra.Length, numbers + extra.Sum(tensor => (long)tensor.Bits.Length));
    }

    /// <summary>What a state holds besides its matrices.</summary>
    internal static (string Name, string Value)[] Values<T>(TrainingState<T> state)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
    [
        ("step", state.Step.ToString(CultureInfo.InvariantCulture)),
        ("key", state.Key.Value.ToString("x16", CultureInfo.InvariantCulture)),
        .. OfOptimiser(state.Optimiser, "optimiser"),
    ];

    private static IEnumerable<(string Name, string Value)> OfOptimiser<T>(TransformationState<T> state, string place)
        where T : struct, System.Numerics.IFloatingPointIeee754<T> =>
        state.Numbers.Select((number, place) => (place, number))
            .Select(own => ($"{place}.number{own.place}", $"{own.number.ToString("R", CultureInfo.InvariantCulture)} ({BitConverter.DoubleToUInt64Bits(own.number).ToString("x16", CultureInfo.InvariantCulture)})"))
            .Prepend(($"{place}.steps", state.Steps.ToString(CultureInfo.InvariantCulture)))
            .Concat(state.Parts.SelectMany((part, number) => OfOptimiser(part, $"{place}.part{number}")));

    private static Discrepancy? Compared(TensorBits one, TensorBits other, string place)
    {
        if (one.Precision != other.Precision || one.Rows != other.Rows || one.Columns != other.Columns)
        {
            return new Discrepancy.Form(one.Name, place, one.Form, other.Form);
        }

        var mine = one.Bits;
        var its = other.Bits;
        var first = mine.CommonPrefixLength(its);
        if (first == mine.Length)
        {
            return null;
        }

        var differing = 0L;
        for (var i = first; i < mine.Length; i++)
        {
            differing += mine[i] == its[i] ? 0 : 1;
        }

        return new Discrepancy.Numbers(one.Name, place, first % one.Rows, first / one.Rows, new(one.Precision, mine[first], its[first]), differing, mine.Length);
    }

    private static IEnumerable<Discrepancy> Compared(IReadOnlyList<(string Name, string Value)> one, IReadOnlyList<(string Name, string Value)> other)
    {
        foreach (var name in one.Concat(other).Select(own => own.Name).Distinct(StringComparer.Ordinal))
        {
            var (mine, its) = (At(one, name), At(other, name));
            if (!string.Equals(mine, its, StringComparison.Ordinal))
            {
                yield return new Discrepancy.Value(name, name, mine, its);
            }
        }

        static string At(IReadOnlyList<(string Name, string Value)> values, string name) =>
            values.Where(own => string.Equals(own.Name, name, StringComparison.Ordinal)).Select(own => own.Value).FirstOrDefault() ?? Nothing;
    }
}
