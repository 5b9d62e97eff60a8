namespace Functional.Cli.Tests.Examples;

using System;
using Functional.Data;
using Functional.Testing;

/// <summary>MNIST for tests that are skipped where it is not there.</summary>
internal static class Mnist
{
    public static DataSplit Load() => MnistFiles.Load(MnistFactAttribute.Directory)
        .Match(Succ: split => split, Fail: faults => throw new InvalidOperationException(string.Join(' ', faults)));
}
