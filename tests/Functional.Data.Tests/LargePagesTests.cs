namespace Functional.Data.Tests;

using System.Linq;
using Xunit;

public sealed class LargePagesTests
{
    [Fact]
    public void Numbers_stay_as_they_are_and_whole_large_pages_are_asked_for()
    {
        var numbers = new double[(9 << 20) / sizeof(double)];
        Assert.Contains(LargePages.Await<double>(numbers), (long[])[0, 6 << 20, 8 << 20]);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = i;
        }

        var joined = LargePages.Join<double>(numbers);

        // Whether the system has large pages to give is its own affair.
        Assert.Contains(joined, (long[])[0, 6 << 20, 8 << 20]);
        Assert.True(numbers.Select((number, i) => number == i).All(isSame => isSame));
        Assert.Equal(0, LargePages.Join<byte>(new byte[(4 << 20) - 1]));
        Assert.Equal(0, LargePages.Join<byte>([]));
        Assert.Equal(0, LargePages.Await<byte>(new byte[(4 << 20) - 1]));
        Assert.Equal(0, LargePages.Await<byte>([]));
    }
}
