namespace Functional.Surface.Tests;

using System;

/// <summary>What a caller's own function throws: the library hands it on as it is.</summary>
internal sealed class MarkerException() : Exception("thrown by a function that was handed in");
