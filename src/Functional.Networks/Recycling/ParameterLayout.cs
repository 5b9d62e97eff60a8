namespace Functional.Networks;

using System;
using System.Collections.Immutable;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Products;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>All numbers of a network behind one another, in the order of its parameters, so that an update is one pass over them.</summary>
/// <param name="Slots">Where each parameter stands.</param>
/// <param name="Length">How many numbers there are, room included.</param>
/// <param name="Height">The rows of a panel of weights.</param>
/// <param name="PanelRoom">How many numbers the panels of all weights take.</param>
internal sealed record ParameterLayout(ImmutableArray<ParameterSlot> Slots, int Length, int Height, int PanelRoom)
{
    /// <summary>Numbers up to which weights stand in panels, too: beyond, memory is dearer.</summary>
    private const int MostInPanels = 1 << 26;

    /// <summary>The layout for a network's parameters.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="padding">Columns have room for a multiple of this.</param>
    public static ParameterLayout Of<T>(Parameters<T> parameters, int padding)
        where T : struct, IFloatingPointIeee754<T>
    {
        var slots = ImmutableArray.CreateBuilder<ParameterSlot>();
        var length = 0;
        foreach (var entry in parameters.Entries)
        {
            var stride = Signal.Padded(entry.Values.RowCount, padding);
            slots.Add(new(entry.Name, entry.Role, entry.Values.RowCount, entry.Values.ColumnCount, stride, length, Panels: null));
            length = checked(length + slots[^1].Length);
        }

        var (height, room) = (Tile.Vectors * padding, 0);
        for (var place = 0; place < slots.Count && length <= MostInPanels; place++)
        {
            if (slots[place] is { Role: ParameterRole.Weights } slot && slot.Stride > height)
            {
                slots[place] = slot with { Panels = room };
                room += Packing.PanelRoom(slot.Stride, slot.Columns, height);
            }
        }

        return new(slots.ToImmutable(), length, height, room);
    }

    /// <summary>Brings the panels up to date with some of the numbers.</summary>
    /// <param name="numbers">As many as <see cref="Length"/> tells.</param>
    /// <param name="panels">As many as <see cref="PanelRoom"/> tells.</param>
    /// <param name="from">The first number.</param>
    /// <param name="to">The number behind the last one.</param>
    public void FillPanels<T>(T[] numbers, T[] panels, int from, int to)
        where T : struct
    {
        foreach (var slot in Slots)
        {
            var (first, end) = (Math.Max(from - slot.Offset, 0), Math.Min(to - slot.Offset, slot.Length));
            if (slot.Panels is { } place && first < end)
            {
                Packing.FillPanels(
                    numbers.AsSpan(slot.Offset, slot.Length), panels.AsSpan(place), slot.Stride, slot.Columns, Height, first, end);
            }
        }
    }

    /// <summary>Brings all weights that have panels from columns into panels, in their own place, or back.</summary>
    /// <param name="numbers">As many as <see cref="Length"/> tells.</param>
    /// <param name="aside">Room for as many.</param>
    /// <param name="isBack">Whether they go from panels to columns.</param>
    public void Rearrange<T>(T[] numbers, T[] aside, bool isBack)
    {
        foreach (var slot in Slots)
        {
            if (slot.Panels is not null)
            {
                var own = numbers.AsSpan(slot.Offset, slot.Length);
                var copy = aside.AsSpan(slot.Offset, slot.Length);
                own.CopyTo(copy);
                Packing.Rearrange<T>(copy, own, slot.Stride, slot.Columns, Height, isBack);
            }
        }
    }

    /// <summary>The numbers of parameters in this layout, zeros in the room between.</summary>
    public T[] Load<T>(Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T>
    {
        var numbers = new T[Length];
        Load(parameters, numbers);
        return numbers;
    }

    /// <summary>Writes the numbers of parameters in this layout, zeros in the room between.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="numbers">Takes them; what it held is gone.</param>
    public void Load<T>(Parameters<T> parameters, Span<T> numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        numbers.Clear();
        foreach (var (slot, entry) in Slots.Zip(parameters.Entries))
        {
            for (var column = 0; column < slot.Columns; column++)
            {
                entry.Values.ColumnNumbers(column).CopyTo(numbers[(slot.Offset + (column * slot.Stride))..]);
            }
        }
    }

    /// <summary>The parameters with these numbers, copied.</summary>
    public Parameters<T> Store<T>(T[] numbers)
        where T : struct, IFloatingPointIeee754<T> =>
        new(Slots.Select(slot => new Parameter<T>(slot.Name, slot.Role, Copy(slot, numbers))).ToSeq().Strict());

    private static Matrix<T> Copy<T>(ParameterSlot slot, T[] numbers)
        where T : struct, IFloatingPointIeee754<T>
    {
        var values = new T[slot.Rows * slot.Columns];
        for (var column = 0; column < slot.Columns; column++)
        {
            numbers.AsSpan(slot.Offset + (column * slot.Stride), slot.Rows).CopyTo(values.AsSpan(column * slot.Rows));
        }

        return Dense.Matrix(slot.Rows, slot.Columns, values);
    }
}
