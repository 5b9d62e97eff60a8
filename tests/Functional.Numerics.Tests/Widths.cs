namespace Functional.Numerics.Tests;

using System.Collections.Generic;
using System.Linq;

/// <summary>The ways to compute that must not change a bit.</summary>
internal static class Widths
{
    public static IEnumerable<VectorWidth> All => [VectorWidth.Scalar, VectorWidth.Bits128, VectorWidth.Bits256, VectorWidth.Bits512, VectorWidth.Widest];

    public static IEnumerable<Execution> Executions => from width in All from threads in new[] { 1, 2, 3, 5, 8 } select new Execution { Threads = threads, Width = width };
}
