namespace Functional.Networks;

using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Elementwise;
using LanguageExt;

/// <summary>Finds where the first number appeared that is not finite, by going through the step again, layer by layer.</summary>
internal static class Diagnosis
{
    public static Divergence Of<T>(Objective objective, TrainingState<T> state, Batch<T> batch, Pass pass)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (!Finite.All(batch.Inputs.Numbers))
        {
            return new(state.Step, "the batch", "input");
        }

        var layers = Flatten(state.Network, pass);
        var output = batch.Inputs;
        var pullbacks = new Pullback<T>[layers.Count];
        for (var i = 0; i < layers.Count; i++)
        {
            (output, pullbacks[i]) = layers[i].Layer.Forward(output, layers[i].Pass);
            if (!Finite.All(output.Numbers))
            {
                return new(state.Step, Describe(layers[i]), "output");
            }
        }

        var (loss, gradient) = objective.Loss.Evaluate(output, batch.Targets, pass.Execution);
        if (!T.IsFinite(loss) || !Finite.All(gradient.Numbers))
        {
            return new(state.Step, $"the {objective.Loss.Title}", T.IsFinite(loss) ? "gradient" : "value");
        }

        for (var i = layers.Count - 1; i >= 0; i--)
        {
            var layer = pullbacks[i](gradient);
            if (!layer.Parameters.AreFinite() || (i > 0 && !Finite.All(layer.Input.Numbers)))
            {
                return new(state.Step, Describe(layers[i]), "gradient");
            }

            gradient = i > 0 ? layer.Input : gradient;
        }

        return new(state.Step, "the penalties", "value or gradient");
    }

    public static Divergence OfUpdate<T>(long step, Parameters<T> updated)
        where T : struct, IFloatingPointIeee754<T>
    {
        var first = updated.Entries.First(entry => !Finite.All(entry.Values.Numbers));
        return new(step, $"'{first.Name}'", "updated values");
    }

    /// <summary>The layers of nested chains in the order in which they are applied, each with the pass that it sees.</summary>
    private static Seq<(Layer<T> Layer, Pass Pass)> Flatten<T>(Layer<T> layer, Pass pass)
        where T : struct, IFloatingPointIeee754<T> => layer is Chain<T> chain
            ? chain.Layers.Select((inner, place) => (inner, place)).Bind(at => Flatten(at.inner, pass.Within(at.place))).ToSeq().Strict()
            : Prelude.Seq1((layer, pass));

    private static string Describe<T>((Layer<T> Layer, Pass Pass) place)
        where T : struct, IFloatingPointIeee754<T> => $"{place.Pass.Place}, {place.Layer.Title}";
}
