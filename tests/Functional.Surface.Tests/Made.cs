namespace Functional.Surface.Tests;

/// <summary>A value that was made, and how a person would write it.</summary>
internal readonly record struct Made(object? Value, string Text);
