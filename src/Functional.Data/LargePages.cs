namespace Functional.Data;

using System;
using System.Runtime.InteropServices;

/// <summary>
/// Asks the operating system to keep many numbers in large pages of memory. A batch takes its samples from anywhere: with small pages each of them has to be looked
/// up first, which takes longer than to read it. It changes no number.
/// </summary>
internal static class LargePages
{
    private const nuint PageSize = 2 << 20;

    /// <summary>Bytes from which on it is worth asking.</summary>
    private const int Worthwhile = 4 << 20;

    // MADV_HUGEPAGE.
    private const int Huge = 14;

    // MADV_COLLAPSE of Linux 6.1 and later: at once, whatever is set for programs that do not ask. An older system refuses and all stays as it is.
    private const int Collapse = 25;

    /// <summary>Puts the whole large pages among some numbers together; where that is not possible, they stay in small ones.</summary>
    /// <typeparam name="T">The numbers.</typeparam>
    /// <param name="values">The numbers.</param>
    /// <returns>How many bytes the system was asked to take, and did.</returns>
    public static long Join<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Advise(values, Collapse);

    /// <summary>Has the whole large pages among numbers that are still to be written begin as such, so that <see cref="Join{T}"/> need not copy them.</summary>
    /// <typeparam name="T">The numbers.</typeparam>
    /// <param name="values">The numbers.</param>
    /// <returns>How many bytes the system was asked for, and will give.</returns>
    public static long Await<T>(ReadOnlySpan<T> values)
        where T : unmanaged => Advise(values, Huge);

    private static unsafe long Advise<T>(ReadOnlySpan<T> values, int advice)
        where T : unmanaged
    {
        if (!OperatingSystem.IsLinux() || (long)values.Length * sizeof(T) < Worthwhile)
        {
            return 0;
        }

        fixed (T* first = values)
        {
            var start = ((nuint)first + PageSize - 1) / PageSize * PageSize;
            var length = (((nuint)first + ((nuint)values.Length * (nuint)sizeof(T))) / PageSize * PageSize) - start;
            return Advise((void*)start, length, advice) == 0 ? (long)length : 0;
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe int Advise(void* start, nuint length, int advice);
}
