namespace Functional.Networks;

using System.Linq;
using LanguageExt;

/// <summary>What training makes small: a loss, plus penalties on the weights.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Penalties">The penalties, added in this order.</param>
public sealed record Objective(Loss Loss, Seq<Penalty> Penalties)
{
    /// <summary>The penalties, added in this order.</summary>
    public Seq<Penalty> Penalties { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Penalties);

    /// <summary>The loss.</summary>
    public Loss Loss { get; init => field = Given.NotNull(value); } = Given.NotNull(Loss);

    /// <summary>A loss with penalties.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="penalties">The penalties, added in this order.</param>
    public Objective(Loss loss, params Penalty[] penalties)
        : this(loss, Given.NoNulls(penalties).ToArray().ToSeq().Strict())
    {
    }

    /// <summary>A loss without penalties.</summary>
    /// <param name="loss">The loss.</param>
    public static implicit operator Objective(Loss loss) => new(loss);

    /// <summary>The objective's value for a batch.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="pass">For inference or for training.</param>
    public T Value<T>(Layer<T> network, Batch<T> batch, Pass pass)
        where T : struct, IFloatingPointIeee754<T> =>
        Penalised(Loss.Evaluate(Given.NotNull(network).Forward(Given.NotNull(batch).Inputs, Given.NotNull(pass)).Output, batch.Targets, pass.Execution).Value, network.Parameters);

    /// <summary>The objective's value for a batch and its gradient.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="pass">For inference or for training.</param>
    public ObjectiveResult<T> Evaluate<T>(Layer<T> network, Batch<T> batch, Pass pass)
        where T : struct, IFloatingPointIeee754<T>
    {
        System.ArgumentNullException.ThrowIfNull(network);
        System.ArgumentNullException.ThrowIfNull(batch);
        System.ArgumentNullException.ThrowIfNull(pass);
        var forward = network.Forward(batch.Inputs, pass);
        var (output, pullback) = forward;
        var (loss, outputGradient) = Loss.Evaluate(output, batch.Targets, pass.Execution);
        var gradient = pullback(outputGradient);
        if (Penalties.IsEmpty)
        {
            return new(loss, loss, output, gradient) { Statistics = forward.Statistics };
        }

        var parameters = network.Parameters;
        var penalised = Penalties.Fold(gradient.Parameters, (sum, penalty) => penalty.AddGradient(sum, parameters, pass.Execution));
        return new(Penalised(loss, parameters), loss, output, new LayerGradient<T>(penalised, () => gradient.Input)) { Statistics = forward.Statistics };
    }

    private T Penalised<T>(T loss, Parameters<T> parameters)
        where T : struct, IFloatingPointIeee754<T> => Penalties.Fold(loss, (sum, penalty) => sum + penalty.Value(parameters));
}
