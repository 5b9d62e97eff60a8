namespace Functional.Networks.Tests.Layers;

using Functional.Numerics;
using Xunit;

public sealed class RangeTests
{
    [Fact]
    public void Hyper_parameters_keep_to_their_ranges()
    {
        var one = Dense.Vector([1.0]);
        Ranges.Finite("slope", slope => new LeakyRelu(slope));
        Ranges.Finite("alpha", alpha => new Elu(alpha));
        Ranges.Share("rate", rate => new Dropout<double>(rate));
        Ranges.Hold("momentum", momentum => new BatchNormalisation<double>(one, one, one, one, momentum), [0, 0.5, 1], [-double.Epsilon, double.BitIncrement(1), double.NaN]);
        Ranges.Positive("epsilon", epsilon => new BatchNormalisation<double>(one, one, one, one, epsilon: epsilon));
        Ranges.Positive("epsilon", epsilon => new LayerNormalisation<double>(one, one, epsilon));
        Ranges.Positive("epsilon", epsilon => new RmsNormalisation<double>(one, epsilon));
        Ranges.Hold("pieces", pieces => new Maxout<double>(6, pieces), [1, 2, 3], [0, -1]);
    }
}
