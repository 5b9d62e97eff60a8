namespace Functional.Numerics.Products;

/// <summary>What a tile reads and writes. Steps and places are counted in elements.</summary>
internal ref struct TileArguments<T>
{
    /// <summary>The left operand at the tile's first row and first term; consecutive rows are neighbours.</summary>
    public ref T A;

    /// <summary>From one term of the left operand to the next.</summary>
    public nuint AStep;

    /// <summary>The right operand at the first term and the tile's first column.</summary>
    public ref T B;

    /// <summary>From one term of the right operand to the next.</summary>
    public nuint BStep;

    /// <summary>Where the other columns of the right operand stand, from the first one.</summary>
    public nuint B1, B2, B3, B4, B5;

    /// <summary>The number of terms.</summary>
    public int Terms;

    /// <summary>The product at the tile's first row and column; consecutive rows are neighbours.</summary>
    public ref T C;

    /// <summary>Where the other columns of the product stand, from the first one.</summary>
    public nuint C1, C2, C3, C4, C5;

    /// <summary>What the chains start from, a number for each of the tile's rows; not read where they start otherwise.</summary>
    public ref T Start;

    /// <summary>Sets where the right operand's columns stand; those from <paramref name="width"/> on stand where the last one does.</summary>
    public void PlaceB(int step, int width)
    {
        B1 = At(1, step, width);
        B2 = At(2, step, width);
        B3 = At(3, step, width);
        B4 = At(4, step, width);
        B5 = At(5, step, width);
    }

    /// <summary>Sets where the product's columns stand; those from <paramref name="width"/> on stand where the last one does.</summary>
    public void PlaceC(int step, int width)
    {
        C1 = At(1, step, width);
        C2 = At(2, step, width);
        C3 = At(3, step, width);
        C4 = At(4, step, width);
        C5 = At(5, step, width);
    }

    private static nuint At(int column, int step, int width) => (nuint)((long)System.Math.Min(column, width - 1) * step);
}
