namespace Functional.Numerics.Tests;

using System;
using System.Collections.Immutable;
using Xunit;

public sealed class GivenTests
{
    [Fact]
    public void What_is_as_it_should_be_comes_back_itself()
    {
        ImmutableArray<string> names = ["a", "b"];
        string[] list = ["a", "b"];
        Assert.Equal(names, Given.NoNulls(names));
        Assert.Same(list, Given.NoNulls(list));
        Assert.Same(list, Given.NotNull(list));
        Assert.Empty(Given.NoNulls(ImmutableArray<string>.Empty));
    }

    [Fact]
    public void What_is_missing_is_named_with_its_place()
    {
        ImmutableArray<string> names = ["a", null!];
        string[] list = ["a", null!];
        Assert.Equal("names", Assert.Throws<ArgumentException>(() => Given.NoNulls(names)).ParamName);
        Assert.Contains("1", Assert.Throws<ArgumentException>(() => Given.NoNulls(list)).Message, StringComparison.Ordinal);
        Assert.Equal("own", Assert.Throws<ArgumentException>(() => Given.NoNulls(default(ImmutableArray<string>), "own")).ParamName);
        Assert.Equal("own", Assert.Throws<ArgumentNullException>(() => Given.NoNulls<string[]>(null, "own")).ParamName);
        Assert.Equal("own", Assert.Throws<ArgumentNullException>(() => Given.NotNull<string>(null, "own")).ParamName);
    }
}
