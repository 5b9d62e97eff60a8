namespace Functional.Networks;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// All parameters of a layer or network in a fixed order, as one immutable value. A gradient, an update and an optimiser's moments
/// have this type too: names, roles and shapes are those of the parameters they belong to.
/// </summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="Entries">The parameters: layers in their order, in an affine layer the weights before the bias.</param>
public sealed record Parameters<T>(Seq<Parameter<T>> Entries)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>The parameters: layers in their order, in an affine layer the weights before the bias.</summary>
    public Seq<Parameter<T>> Entries { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Entries);

    /// <summary>No parameters.</summary>
    public static Parameters<T> None { get; } = new(Seq<Parameter<T>>.Empty);

    /// <summary>Parameters in the given order.</summary>
    /// <param name="entries">The parameters.</param>
    public static Parameters<T> Of(params Parameter<T>[] entries) => new(Given.NoNulls(entries).ToArray().ToSeq().Strict());

    /// <summary>How many numbers there are in all.</summary>
    public int Count => Entries.Sum(entry => entry.Count);

    /// <summary>The values of one parameter.</summary>
    /// <param name="name">Its full name, such as "2.bias".</param>
    /// <exception cref="ArgumentException">There is no such parameter.</exception>
    public Matrix<T> this[string name] => Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.Ordinal))?.Values
        ?? throw new ArgumentException($"There is no parameter '{name}'; there are: {string.Join(", ", Entries.Map(entry => entry.Name))}.", nameof(name));

    /// <summary>These parameters behind one another.</summary>
    /// <param name="parts">The parts in their order.</param>
    public static Parameters<T> Concat(Seq<Parameters<T>> parts) => new(Given.NoNulls(parts).Bind(part => part.Entries).Strict());

    /// <summary>The same values with a place before every name.</summary>
    /// <param name="place">The place, such as a layer's number.</param>
    public Parameters<T> Within(int place) => new(Entries.Map(entry => entry with { Name = $"{place}.{entry.Name}" }).Strict());

    /// <summary>The same names and shapes, all numbers +0.</summary>
    public Parameters<T> Zeros() => Map((_, values) => Dense.Matrix(values.RowCount, values.ColumnCount, new T[values.RowCount * values.ColumnCount]));

    /// <summary>The same names and roles with other values.</summary>
    /// <param name="function">From a parameter and its values to the new values, of the same shape.</param>
    public Parameters<T> Map(Func<Parameter<T>, Matrix<T>, Matrix<T>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(Entries.Map(entry => entry with { Values = function(entry, entry.Values) }).Strict());
    }

    /// <summary>These names and roles with values made from these and from others of the same names and shapes.</summary>
    /// <param name="other">The other values.</param>
    /// <param name="function">From the values here and there to the new values, of the same shape.</param>
    /// <exception cref="ArgumentException">Names or shapes differ.</exception>
    public Parameters<T> Zip(Parameters<T> other, Func<Matrix<T>, Matrix<T>, Matrix<T>> function)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(function);
        RequireSameShape(other);
        return new(Entries.Select((mine, i) => mine with { Values = function(mine.Values, other.Entries[i].Values) }).ToSeq().Strict());
    }

    /// <summary>All numbers as one vector: the entries in order, each column after column.</summary>
    public MathNet.Numerics.LinearAlgebra.Vector<T> Unroll()
    {
        var all = new T[Count];
        var offset = 0;
        foreach (var entry in Entries)
        {
            entry.Values.Numbers.CopyTo(all.AsSpan(offset));
            offset += entry.Count;
        }

        return Dense.Vector(all);
    }

    /// <summary>The numbers of a vector in these names and shapes: the way back from <see cref="Unroll"/>.</summary>
    /// <param name="unrolled">As many numbers as <see cref="Count"/> tells.</param>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public Parameters<T> Roll(MathNet.Numerics.LinearAlgebra.Vector<T> unrolled)
    {
        ArgumentNullException.ThrowIfNull(unrolled);
        if (unrolled.Count != Count)
        {
            throw new ArgumentException($"There are {Count} parameters, but the vector has {unrolled.Count} numbers.", nameof(unrolled));
        }

        var offset = 0;
        return Map((_, values) =>
        {
            var numbers = unrolled.Numbers.Slice(offset, values.RowCount * values.ColumnCount).ToArray();
            offset += numbers.Length;
            return Dense.Matrix(values.RowCount, values.ColumnCount, numbers);
        });
    }

    /// <summary>Whether no number is infinite or NaN.</summary>
    public bool AreFinite() => Entries.ForAll(entry => Finite.All(entry.Values.Numbers));

    /// <summary>Applies an operation to every number.</summary>
    internal Parameters<T> Map<TOperation>(TOperation operation, Execution execution)
        where TOperation : struct, IUnaryOperation<T> =>
        Map((_, values) => Elements.Map(operation, values, execution));

    /// <summary>Applies an operation to the numbers of these and of other parameters at the same place.</summary>
    internal Parameters<T> Zip<TOperation>(TOperation operation, Parameters<T> other, Execution execution)
        where TOperation : struct, IBinaryOperation<T> =>
        Zip(other, (mine, its) => Elements.Map(operation, mine, its, execution));

    /// <summary>Throws unless names and shapes agree.</summary>
    internal void RequireSameShape(Parameters<T> other)
    {
        if (Entries.Count != other.Entries.Count)
        {
            throw new ArgumentException($"There are {Entries.Count} parameters on one side and {other.Entries.Count} on the other.", nameof(other));
        }

        foreach (var (mine, its) in Entries.Zip(other.Entries))
        {
            if (!string.Equals(mine.Name, its.Name, StringComparison.Ordinal)
                || mine.Values.RowCount != its.Values.RowCount || mine.Values.ColumnCount != its.Values.ColumnCount)
            {
                throw new ArgumentException(
                    $"Parameter '{mine.Name}' is {mine.Values.RowCount} × {mine.Values.ColumnCount}, on the other side stands '{its.Name}' of {its.Values.RowCount} × {its.Values.ColumnCount}.",
                    nameof(other));
            }
        }
    }
}
