namespace Functional.Surface.Tests;

using System;

/// <summary>Members that no boxed arguments fit.</summary>
public sealed class Uncallable
{
    private int value;

    public ref int Reference() => ref value;

    public void Takes(TypedReference reference) => value++;

    public void Disposes(IDisposable disposable) => value++;
}
