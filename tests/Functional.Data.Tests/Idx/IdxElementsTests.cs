namespace Functional.Data.Tests.Idx;

using System.Linq;
using Xunit;

public sealed class IdxElementsTests
{
    [Fact]
    public void Numbers_of_any_type_are_exact_as_doubles()
    {
        var integers = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Int32, [3], 0x80, 0, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 0, 5)).Elements;
        Assert.Equal(3, integers.Count);
        Assert.Equal([int.MinValue, int.MaxValue, 5], integers.ToDoubles().ToArray());
        var singles = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.Float32, [2], 0x3D, 0xCC, 0xCC, 0xCD, 0x00, 0x00, 0x00, 0x01)).Elements;
        Assert.Equal([0.1f, float.Epsilon], singles.ToDoubles().ToArray());
        Assert.Equal(255, IdxBytes.Tensor(IdxBytes.Labels(0, 255)).Elements.ValueAt(1));
    }

    [Fact]
    public void Every_type_has_its_name()
    {
        var names = new (byte Type, int Size, string Name)[]
        {
            (IdxBytes.UnsignedByte, 1, "unsigned bytes"),
            (IdxBytes.SignedByte, 1, "signed bytes"),
            (IdxBytes.Int16, 2, "16-bit integers"),
            (IdxBytes.Int32, 4, "32-bit integers"),
            (IdxBytes.Float32, 4, "32-bit floating-point numbers"),
            (IdxBytes.Float64, 8, "64-bit floating-point numbers"),
        };
        Assert.All(names, entry => Assert.Equal(entry.Name, IdxBytes.Tensor(IdxBytes.Of(entry.Type, [1], new byte[entry.Size])).Elements.TypeName));
    }

    [Fact]
    public void Equal_numbers_of_one_type_are_equal()
    {
        var zeros = IdxBytes.Tensor(IdxBytes.Of(IdxBytes.SignedByte, [2], 0, 0)).Elements;
        Assert.Equal(zeros, IdxBytes.Tensor(IdxBytes.Of(IdxBytes.SignedByte, [2], 0, 0)).Elements);
        Assert.NotEqual(zeros, IdxBytes.Tensor(IdxBytes.Of(IdxBytes.UnsignedByte, [2], 0, 0)).Elements);
    }
}
