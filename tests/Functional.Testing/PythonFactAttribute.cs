namespace Functional.Testing;

using System;
using Xunit;

/// <summary>A test that needs Python with NumPy; without it the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    /// <summary>Skips the test where there is no Python with NumPy.</summary>
    public PythonFactAttribute() => Skip = Python.Missing;
}
