namespace Functional.Data;

using System.Runtime.InteropServices;
using Functional.Networks;

/// <summary>A sample of two features as a point, with its class.</summary>
/// <param name="Place">The features, as they are stored.</param>
/// <param name="Class">The class, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlaneSample(PlanePoint Place, int Class);
