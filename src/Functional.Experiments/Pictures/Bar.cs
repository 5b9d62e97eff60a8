namespace Functional.Experiments;

using System.Runtime.InteropServices;

/// <summary>A bar that stands on 0.</summary>
/// <param name="From">Its left edge.</param>
/// <param name="To">Its right edge.</param>
/// <param name="Height">Its height.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bar(double From, double To, double Height);
