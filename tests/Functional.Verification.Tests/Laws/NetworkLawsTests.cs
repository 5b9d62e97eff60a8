namespace Functional.Verification.Tests.Laws;

using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Xunit;
using static Functional.Networks.Build;

public sealed class NetworkLawsTests
{
    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Pullbacks_are_linear_and_adjoint_to_the_derivative(NetworkCase network) => PullbackLaws.Of(network).ToProperty();

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property A_batch_is_the_combination_of_its_samples(NetworkCase network) => BatchLaws.Of(network).ToProperty();

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Forward_and_backward_are_pure(NetworkCase network) => PurityLaws.Of(network).ToProperty();

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Parameters_are_unrolled_and_rolled_up_without_loss(NetworkCase network) => ParameterLaws.Of(network).ToProperty();

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property Threads_and_vector_width_change_no_bit(NetworkCase network) => ExecutionLaws.Of(network).ToProperty();

    [Fact]
    public void Threads_and_vector_width_change_no_bit_of_products_large_enough_to_be_spread()
    {
        var key = RandomKey.FromSeed(11);
        const int Size = 160;
        const int Samples = 129;
        var network = Chain(Affine(Size), Gelu()).Initialise<float>(Size, key);
        var inputs = Dense.Matrix(Size, Samples, [.. Enumerable.Range(0, Size * Samples).Select(i => (float)key.Normal(i))]);
        var targets = new ClassTargets<float>([.. Enumerable.Range(0, Samples).Select(i => key.Below(Size, i))]);
        ExecutionLaws.Of(new SoftmaxCrossEntropy(), network, new Batch<float>(inputs, targets)).Require();
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Chaining_is_associative_and_has_units(NetworkCase network) => ChainLaws.Of(network).ToProperty();

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Single_precision_agrees_with_double_precision(NetworkCase network) => PrecisionLaws.Of(network).ToProperty();

    [Property(MaxTest = 100, Arbitrary = [typeof(Generators)])]
    public Property Gradients_in_single_precision_are_those_of_double_precision(NetworkCase network) => PrecisionLaws.GradientIsThatOfDoublePrecision(network).ToProperty();

    [Property(MaxTest = 150, Arbitrary = [typeof(Generators)])]
    public Property Inference_is_deterministic_and_ignores_keys(NetworkCase network) => InferenceLaws.Of(network).ToProperty();
}
