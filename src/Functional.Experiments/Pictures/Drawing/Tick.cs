namespace Functional.Experiments;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">The number.</param>
/// <param name="Label">What stands beside it; nothing where it is empty.</param>
internal sealed record Tick(double Value, string Label);
