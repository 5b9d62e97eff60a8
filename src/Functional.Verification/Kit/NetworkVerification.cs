namespace Functional.Verification;

using Functional.Networks;
using LanguageExt;

/// <summary>The laws that every network must obey, each about a <see cref="NetworkCase"/>.</summary>
public static class NetworkVerification
{
    /// <summary>The gradient law.</summary>
    public static Law<NetworkCase> Gradient { get; } = new(
        "Backward equals numeric differentiation",
        network => GradientFinding.Of(network.Objective, network.Network<double>(), network.Batch<double>(), network.Training(), network.IsSmooth));

    /// <summary>The gradient law of single precision.</summary>
    public static Law<NetworkCase> SinglePrecision { get; } = new("Gradients in single precision are those of double precision", PrecisionLaws.GradientIsThatOfDoublePrecision);

    /// <summary>Single precision agrees with double precision.</summary>
    public static Law<NetworkCase> Precision { get; } = new("Single precision agrees with double precision", PrecisionLaws.Of);

    /// <summary>Pullbacks are linear and adjoint to the derivative.</summary>
    public static Law<NetworkCase> Pullback { get; } = new("Pullbacks are linear and adjoint to the derivative", PullbackLaws.Of);

    /// <summary>In inference a batch is the combination of its samples.</summary>
    public static Law<NetworkCase> Batch { get; } = new("A batch is the combination of its samples", BatchLaws.Of);

    /// <summary>Forward and backward are pure.</summary>
    public static Law<NetworkCase> Purity { get; } = new("Forward and backward are pure", PurityLaws.Of);

    /// <summary>Any number of threads, any width of vectors.</summary>
    public static Law<NetworkCase> Execution { get; } = new("Threads and vector width change no bit", ExecutionLaws.Of);

    /// <summary>Inference draws nothing.</summary>
    public static Law<NetworkCase> Inference { get; } = new("Inference draws nothing and gathers nothing", InferenceLaws.Of);

    /// <summary>Parameters can be taken out and put back.</summary>
    public static Law<NetworkCase> Parameters { get; } = new("Parameters are unrolled and rolled up without loss", ParameterLaws.Of);

    /// <summary>Chaining is associative and has units.</summary>
    public static Law<NetworkCase> Chaining { get; } = new("Chaining is associative and has units", ChainLaws.Of);

    /// <summary>Training is the fold of a pure step.</summary>
    public static Law<NetworkCase> Training { get; } = new("Training is the fold of a pure step", network => TrainingLaws.Of(network, Optimisers.Adam(0.01), 3));

    /// <summary>All of them.</summary>
    public static Seq<Law<NetworkCase>> All { get; } = Prelude.Seq(
        Gradient, SinglePrecision, Precision, Pullback, Batch, Purity, Execution, Inference, Parameters, Chaining, Training);
}
