namespace Functional.Surface.Tests;

/// <summary>Calls a member with boxed arguments; spans are given as arrays and come back as such.</summary>
internal delegate object? Caller(object? target, object?[] arguments);
