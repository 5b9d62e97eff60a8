namespace Functional.Networks.Tests.Recycling;

using System;
using System.Buffers;
using Xunit;

/// <summary>With an element that nothing else uses, so that no other test has a hand in the pool.</summary>
public sealed class SignalTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 1, 5)]
    [InlineData(1, 8, 8)]
    [InlineData(8, 8, 8)]
    [InlineData(9, 8, 16)]
    [InlineData(0, 8, 0)]
    public void Columns_are_whole_vectors(int rows, int padding, int stride) => Assert.Equal(stride, Signal.Padded(rows, padding));

    [Fact]
    public void Room_that_was_used_before_is_zero_and_is_given_back()
    {
        var used = new Signal<Half>(5, 100, 8, hasGradients: true);
        var (values, gradients) = (used.Values, used.Gradients);
        Assert.Equal((5, 8), (used.Rows, used.Stride));
        Assert.InRange(values.Length, 800, int.MaxValue);
        Assert.InRange(gradients.Length, 800, int.MaxValue);
        values.AsSpan().Fill(Half.One);
        gradients.AsSpan().Fill(Half.One);
        used.Dispose();
        using var next = new Signal<Half>(5, 100, 8, hasGradients: true);
        Assert.True(ReferenceEquals(next.Values, values) || ReferenceEquals(next.Values, gradients));
        Assert.True(ReferenceEquals(next.Gradients, values) || ReferenceEquals(next.Gradients, gradients));
        Assert.All(next.Values, number => Assert.Equal(Half.Zero, number));
        Assert.All(next.Gradients, number => Assert.Equal(Half.Zero, number));
        var last = ArrayPool<Half>.Shared.Rent(values.Length);
        Assert.NotSame(values, last);
        Assert.NotSame(gradients, last);
    }

    [Fact]
    public void Without_gradients_there_is_no_room_for_them()
    {
        using var signal = new Signal<Half>(3, 2, 4, hasGradients: false);
        Assert.Empty(signal.Gradients);
        Assert.Equal(4, signal.Columns(signal.Values, 1, 2).Length);
    }
}
