namespace Functional.Data.Tests.Lines;

using System;
using System.IO;
using System.Linq;
using Xunit;

public sealed class SampleArraysTests
{
    /// <summary>Four single-precision numbers, the last one infinite.</summary>
    private static readonly byte[] Numbers = [0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0, 0x3F, 0, 0, 0, 0x7F, 0x80, 0, 0];

    [Fact]
    public void An_arrays_samples_come_in_their_order_counted_from_0_with_a_fault_for_what_is_not_finite()
    {
        foreach (var tensor in new[] { Tensor(2, 1, 2), Tensor(2, 2) })
        {
            var arrivals = SampleArrays.Of(tensor, new SampleShape(1, 2)).IfLeft(fault => throw new InvalidOperationException(fault.Message)).ToArray();
            Assert.Equal(new Arrival.Sample(0, [1, -2]), arrivals[0]);
            Assert.Equal(new Arrival.Fault(new("sample 1, feature 1", "Infinity", "a finite number")), arrivals[1]);
            Assert.Equal(2, arrivals.Length);
        }
    }

    [Fact]
    public void A_NumPy_arrays_samples_are_its_rows()
    {
        var array = NpyArray.Of<float>([1, -2, 0.5f, float.NaN], 2, 2);
        var arrivals = SampleArrays.Of(array, new SampleShape(1, 2)).IfLeft(fault => throw new InvalidOperationException(fault.Message)).ToArray();
        Assert.Equal([new Arrival.Sample(0, [1, -2]), new Arrival.Fault(new("sample 1, feature 1", "NaN", "a finite number"))], arrivals);
        Assert.True(SampleArrays.Of(NpyArray.Of<float>([1, -2], 2), new SampleShape(2)).IsLeft);
    }

    [Fact]
    public void An_array_of_other_samples_is_refused_with_both_shapes()
    {
        var message = SampleArrays.Of(Tensor(2, 1, 2), new SampleShape(2, 1)).Match(Right: _ => string.Empty, Left: fault => fault.Message);
        Assert.Equal("test: there is an array of 2 × 1 × 2; expected samples of 2 × 1: an array of n × 2 × 1 or n × 2.", message);
    }

    private static IdxTensor Tensor(params byte[] sizes) =>
        IdxFile.Read(new MemoryStream([0, 0, 0x0D, (byte)sizes.Length, .. sizes.SelectMany(size => new byte[] { 0, 0, 0, size }), .. Numbers]), "test")
            .IfLeft(fault => throw new InvalidOperationException(fault.Message));
}
