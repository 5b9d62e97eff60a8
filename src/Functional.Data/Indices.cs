namespace Functional.Data;

/// <summary>Indices in a row.</summary>
internal static class Indices
{
    /// <summary>start, start + 1, …</summary>
    public static int[] Range(int start, int count)
    {
        var indices = new int[count];
        for (var i = 0; i < count; i++)
        {
            indices[i] = start + i;
        }

        return indices;
    }
}
