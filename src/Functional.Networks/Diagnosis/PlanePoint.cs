namespace Functional.Networks;

using System.Runtime.InteropServices;

/// <summary>A point of a plane.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Upwards.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanePoint(double X, double Y);
