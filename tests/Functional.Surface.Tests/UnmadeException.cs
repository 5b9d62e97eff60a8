namespace Functional.Surface.Tests;

using System;

/// <summary>An argument could not be made: the library refused everything that was drawn for it.</summary>
internal sealed class UnmadeException(string message) : Exception(message);
