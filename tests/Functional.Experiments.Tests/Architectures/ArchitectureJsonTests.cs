namespace Functional.Experiments.Tests.Architectures;

using System.Linq;
using Functional.Networks;
using Xunit;
using static Functional.Networks.Build;

public class ArchitectureJsonTests
{
    public static TheoryData<Architecture> Parts() => new(
        Relu(), Sigmoid(), Tanh(), Softplus(), Gelu(), Silu(), Softmax(), Identity(), LeakyRelu(), LeakyRelu(0.1 + 0.2), Expressed("x * sigmoid(1.702 * x)"), Expressed("where(z > 0.1, z, -(3) * z^2)"), Elu(), Elu(double.Epsilon),
        Affine(1), Affine(int.MaxValue, new HeNormal(), new Constant(-1e300)), Affine(3, new HeUniform(), new Normal(0.1)),
        Affine(3, new GlorotNormal(), new Uniform(1.5)), Affine(3, new LeCunNormal(), new Zeros()), Affine(3, new GlorotUniform()),
        BatchNormalisation(), new BatchNormalisation(0, 1e-300, new Normal(1), new Uniform(2)), new BatchNormalisation(1, 0.1 + 0.2), LayerNormalisation(),
        new LayerNormalisation(1e-3, new Zeros(), new Constant(1)), RmsNormalisation(), new RmsNormalisation(2, new Normal(1)), Dropout(0), Dropout(0.1 + 0.2),
        Maxout(3, 2), new Maxout(int.MaxValue), ParametricRelu(), ParametricRelu(new Uniform(1)),
        Residual(Chain(Affine(4), Tanh())), Chain(), Chain(Affine(5), Relu(), Chain(Residual(Relu()), Affine(2))));

    [Theory]
    [MemberData(nameof(Parts))]
    public void Reading_undoes_writing(Architecture architecture) =>
        Assert.Equal(architecture, ArchitectureJson.Read(ArchitectureJson.Write(architecture)).Right());

    [Fact]
    public void The_text_is_readable() => Assert.Equal(
        """{"type":"chain","parts":[{"type":"affine","outputs":50,"weights":{"type":"he-normal"},"bias":{"type":"zeros"}},{"type":"relu"}]}""",
        ArchitectureJson.Write(Chain(Affine(50, new HeNormal()), Relu())));

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "is an array")]
    [InlineData("{}", "no 'type'")]
    [InlineData("""{"type":5}""", "is 5")]
    [InlineData("""{"type":"conv"}""", "'conv'")]
    [InlineData("""{"type":"relu","type":"relu"}""", "'type' twice")]
    [InlineData("""{"type":"relu","slope":1}""", "has 'slope'")]
    [InlineData("""{"type":"elu","alpha":1e999}""", "1e999")]
    [InlineData("""{"type":"elu","alpha":"1"}""", "\"1\"")]
    [InlineData("""{"type":"affine","outputs":0,"weights":{"type":"zeros"},"bias":{"type":"zeros"}}""", "outputs is 0")]
    [InlineData("""{"type":"affine","outputs":3000000000,"weights":{"type":"zeros"},"bias":{"type":"zeros"}}""", "3000000000")]
    [InlineData("""{"type":"affine","outputs":3,"weights":{"type":"normal","deviation":-1},"bias":{"type":"zeros"}}""", "-1")]
    [InlineData("""{"type":"affine","outputs":3,"weights":{"type":"zeros"}}""", "no 'bias'")]
    [InlineData("""{"type":"expression"}""", "no 'formula'")]
    [InlineData("""{"type":"expression","formula":5}""", "is 5")]
    [InlineData("""{"type":"expression","formula":"x * sigmod(x)"}""", "character 5 of the architecture.formula is 'sigmod'")]
    [InlineData("""{"type":"expression","formula":"x * y"}""", "the variables x, y")]
    [InlineData("""{"type":"expression","formula":"1"}""", "no variables")]
    [InlineData("""{"type":"dropout","rate":1}""", "rate is 1")]
    [InlineData("""{"type":"dropout","rate":-0.1}""", "rate is -0.1")]
    [InlineData("""{"type":"dropout"}""", "no 'rate'")]
    [InlineData("""{"type":"maxout","pieces":0}""", "pieces is 0")]
    [InlineData("""{"type":"parametric-relu","slope":0.25}""", "slope is 0.25")]
    [InlineData("""{"type":"batch-normalisation","momentum":1.5,"epsilon":1,"scale":{"type":"zeros"},"shift":{"type":"zeros"}}""", "momentum is 1.5")]
    [InlineData("""{"type":"batch-normalisation","momentum":1,"epsilon":0,"scale":{"type":"zeros"},"shift":{"type":"zeros"}}""", "epsilon is 0")]
    [InlineData("""{"type":"layer-normalisation","epsilon":1,"scale":{"type":"zeros"}}""", "no 'shift'")]
    [InlineData("""{"type":"rms-normalisation","epsilon":1,"scale":{"type":"zeros"},"shift":{"type":"zeros"}}""", "has 'shift'")]
    [InlineData("""{"type":"chain","parts":{}}""", "parts is an object")]
    [InlineData("""{"type":"residual","inner":null}""", "inner is null")]
    [InlineData("""{"type":"\ud800"}""", "no Unicode")]
    public void What_is_no_architecture_is_a_fault_that_shows_what_was_found(string json, string found) =>
        Assert.Contains(found, ArchitectureJson.Read(json).Fault().Found, System.StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_is_a_fault()
    {
        var json = string.Concat(Enumerable.Repeat("""{"type":"residual","inner":""", 5000)) + """{"type":"relu"}""" + new string('}', 5000);
        Assert.Contains("no JSON", ArchitectureJson.Read(json).Fault().Found, System.StringComparison.Ordinal);
    }
}
