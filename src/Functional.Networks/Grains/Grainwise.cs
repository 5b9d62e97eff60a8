namespace Functional.Networks;

using System.Linq;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>
/// A network that is trained grain by grain by a team, in this process or in others, with the bits of the network itself. What needs a whole batch (batch normalisation; and
/// behind the network the loss) is done here, between the stretches that the team carries grains through.
/// </summary>
/// <remarks>
/// Grains are <see cref="Numerics.Arithmetic.GrainSize"/> consecutive samples of a batch. A sum over the samples of a grain is one ascending chain wherever it is computed, and
/// the grains' sums are joined by the pairwise tree, so who computed which cannot change a bit. It is a layer, so <see cref="Training.Step{T}"/> trains it as any other.
/// </remarks>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
internal sealed record Grainwise<T> : Layer<T>
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly GrainTeam<T> team;

    /// <summary>A network with a team.</summary>
    /// <param name="network">The network.</param>
    /// <param name="team">Who carries the grains through it; each worker knows the same network.</param>
    public Grainwise(Chain<T> network, GrainTeam<T> team)
    {
        Network = network;
        this.team = team;
    }

    /// <summary>The network itself.</summary>
    public Chain<T> Network { get; }

    /// <inheritdoc/>
    public override Parameters<T> Parameters => Network.Parameters;

    /// <inheritdoc/>
    public override Parameters<T> Statistics => Network.Statistics;

    /// <inheritdoc/>
    public override int? InputSize => Network.InputSize;

    /// <inheritdoc/>
    public override string Title => $"{Network.Title}, grain by grain";

    /// <inheritdoc/>
    public override int OutputSize(int inputSize) => Network.OutputSize(inputSize);

    /// <inheritdoc/>
    public override Layer<T> With(Parameters<T> parameters) => new Grainwise<T>((Chain<T>)Network.With(parameters), team);

    /// <inheritdoc/>
    public override Layer<T> WithStatistics(Parameters<T> statistics) => new Grainwise<T>((Chain<T>)Network.WithStatistics(statistics), team);

    /// <inheritdoc/>
    public override ForwardResult<T> Forward(Matrix<T> input, Pass pass)
    {
        if (pass is not TrainingPass training)
        {
            return Network.Forward(input, pass);
        }

        RequireInput(input, pass);
        team.Begin(Network.Parameters, training.Key);
        var stretches = Stretch.Of(Network);
        var statistics = Network.Layers.Select(_ => Parameters<T>.None).ToArray();
        var ways = new Pullback<T>[stretches.Count];
        var values = input;
        for (var i = 0; i < ways.Length; i++)
        {
            var (stretch, isWhole) = stretches[i];
            if (isWhole)
            {
                var place = stretch.First;
                var result = Network.Layers[place].Forward(values, pass.Within(place));
                statistics[place] = result.Statistics;
                values = result.Output;
                ways[i] = gradient =>
                {
                    var layer = result.Pullback(gradient);
                    return new(layer.Parameters.Within(place), () => layer.Input);
                };
            }
            else
            {
                values = team.Forward(stretch, values);
                ways[i] = gradient =>
                {
                    var made = team.Backward(stretch, gradient);
                    return new(made.Parameters, () => made.Input);
                };
            }
        }

        return new(values, outputGradient => PullBack(ways, outputGradient)) { Statistics = Network.Joined(statistics) };
    }

    private static LayerGradient<T> PullBack(Pullback<T>[] ways, Matrix<T> outputGradient)
    {
        var parameters = new Parameters<T>[ways.Length];
        var gradient = outputGradient;
        for (var i = ways.Length - 1; i >= 0; i--)
        {
            var stretch = ways[i](gradient);
            parameters[i] = stretch.Parameters;
            gradient = stretch.Input;
        }

        return new(Parameters<T>.Concat(parameters.ToSeq()), () => gradient);
    }
}
