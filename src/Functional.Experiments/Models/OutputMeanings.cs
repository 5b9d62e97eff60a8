namespace Functional.Experiments;

using System;
using Functional.Networks;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Outputs as numbers from which a person can read the network's opinion.</summary>
public static class OutputMeanings
{
    /// <summary>What a network's outputs mean after training with a loss.</summary>
    /// <param name="loss">The loss.</param>
    public static OutputMeaning Of(Loss loss) => Given.NotNull(loss) switch
    {
        SoftmaxCrossEntropy or SoftmaxFocal => OutputMeaning.Logits,
        SigmoidCrossEntropy or SigmoidFocal => OutputMeaning.IndependentLogits,
        ClassWeighted weighted => Of(weighted.Inner),
        LabelSmoothed smoothed => Of(smoothed.Inner),
        _ => OutputMeaning.Scores,
    };

    /// <summary>Probabilities where the outputs are logits; scores and values as they are.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="meaning">What the outputs mean.</param>
    /// <param name="outputs">[outputs × samples].</param>
    public static Matrix<T> Read<T>(this OutputMeaning meaning, Matrix<T> outputs)
        where T : struct, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return meaning switch
        {
            OutputMeaning.Logits => new Softmax().Apply(outputs).Output,
            OutputMeaning.IndependentLogits => new Sigmoid().Apply(outputs).Output,
            OutputMeaning.Scores or OutputMeaning.Values => outputs,
            _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "There is no such meaning."),
        };
    }
}
