namespace Functional.Numerics.Products;

/// <summary>A product <c>A·B</c>, or the part of it that one thread computes.</summary>
internal readonly record struct ProductTask<T>
{
    /// <summary>The left operand, [rows × inner].</summary>
    public required Operand<T> A { get; init; }

    /// <summary>
    /// Where the left operand stands in panels, too, as <see cref="Packing.FillPanels"/> writes them; nothing where it does not.
    /// </summary>
    public T[]? Panels { get; init; }

    /// <summary>The place of the first number in <see cref="Panels"/>.</summary>
    public int PanelsOffset { get; init; }

    /// <summary>
    /// Where the left operand stands in panels alone, the rows that these have together, with the room for whole vectors behind them: the last panel may be lower than the others.
    /// 0 where it stands in columns, too, and all panels are alike.
    /// </summary>
    public int PanelRows { get; init; }

    /// <summary>Where the product is to stand in panels as <see cref="PanelRows"/> tells, of <see cref="Stride"/> rows, the number of its columns; 0 where it stands in columns.</summary>
    public int ProductColumns { get; init; }

    /// <summary>Whether a left operand in columns is packed however few columns the product has, so that another product of more samples than two and columns than two may rely on it.</summary>
    public bool PacksLeft { get; init; }

    /// <summary>Whether the left operand is the one that a call before packed into the same scratch room, with <see cref="PacksLeft"/>, and nothing else was packed there since.</summary>
    public bool IsLeftAsBefore { get; init; }

    /// <summary>The right operand, [inner × columns].</summary>
    public required Operand<T> B { get; init; }

    /// <summary>Takes the product, column after column.</summary>
    public required T[] Product { get; init; }

    /// <summary>From one column of the product to the next, at least the number of rows.</summary>
    public required int Stride { get; init; }

    /// <summary>What the chains start from, a number for each row; +0 where there is none.</summary>
    public T[]? Start { get; init; }

    /// <summary>The place of the first number in <see cref="Start"/>.</summary>
    public int StartOffset { get; init; }

    /// <summary>The place of the product's first number.</summary>
    public int Offset { get; init; }

    /// <summary>The number of terms in an element's sum.</summary>
    public required int Inner { get; init; }

    /// <summary>The number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>The first column to compute.</summary>
    public int FromColumn { get; init; }

    /// <summary>The column behind the last one to compute.</summary>
    public required int ToColumn { get; init; }

    /// <summary>How an element's terms are chained.</summary>
    public ChainShape Shape { get; init; }

    /// <summary>
    /// Whether left operand, product and start have room for whole vectors behind their last rows, with zeros in the operand: then
    /// nothing there needs care, and what lands there is zero.
    /// </summary>
    public bool IsPadded { get; init; }

    /// <summary>Whether what stands in panels alone is the left operand with rows and columns exchanged.</summary>
    public bool AreRowsInPanels => PanelRows > 0 && A.RowStep != 1;

    /// <summary>Whether both left operand and product can be read and written column by column.</summary>
    public bool IsInColumns => PanelRows == 0 && ProductColumns == 0;

    /// <summary>How many columns are computed.</summary>
    public int Columns => ToColumn - FromColumn;
}
