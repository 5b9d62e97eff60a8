namespace Functional.Surface.Tests;

/// <summary>Members that change what others share.</summary>
public static class Forgetful
{
    private static int calls;

    public static int Calls => calls;

    public static int Count(int number) => calls += 1 | number;
}
