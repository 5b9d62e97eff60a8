namespace Functional.Networks.Tests.Diagnosis;

using System;
using System.Linq;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using MathNet.Numerics.LinearAlgebra;

/// <summary>A small training to be examined.</summary>
/// <param name="Network">What is trained.</param>
/// <param name="Optimiser">How.</param>
/// <param name="Train">What it is trained on.</param>
/// <param name="Validation">What it is judged by.</param>
/// <param name="Epochs">For how long.</param>
internal sealed record Patient(Architecture Network, GradientTransformation Optimiser, Batch<double> Train, Batch<double>? Validation = null, int Epochs = 20)
{
    public static readonly RandomKey Key = RandomKey.FromSeed(41);

    public Networks.Training Training => new(new SoftmaxCrossEntropy(), Optimiser);

    public TrainingState<double> Start => Training.Start(Network.Initialise<double>(Train.Inputs.RowCount, Key), Key);

    public TrainingRecord Record => TrainingRecord.Of(
        Training,
        Start,
        Networks.Epochs.Of(Training, Start, new Source(Train), new MiniBatch(Math.Min(20, Train.Count)), Validation is null ? null : new Source(Validation)).Take(Epochs),
        Train);

    /// <summary>Clouds of unit deviation around three centres, in eight dimensions: they overlap a little.</summary>
    public static Batch<double> Clouds(int count, string purpose = "train", double scale = 1) => new(
        Dense.Matrix(8, count, [.. Enumerable.Range(0, 8 * count).Select(i => scale * (Key.For(purpose).Normal(i) + (i / 8 % 3 == i % 8 % 3 ? 1 : 0)))]),
        new ClassTargets<double>([.. Enumerable.Range(0, count).Select(i => i % 3)]));

    /// <summary>Noise with classes at random: there is nothing to learn but the samples themselves.</summary>
    public static Batch<double> Noise(int count, string purpose = "train") => new(
        Dense.Matrix(8, count, [.. Enumerable.Range(0, 8 * count).Select(i => Key.For(purpose).Normal(i))]),
        new ClassTargets<double>([.. Enumerable.Range(0, count).Select(i => Key.For(purpose).For("class").Below(3, i))]));

    /// <summary>Two classes by the product's sign of two features: no line parts them.</summary>
    public static Batch<double> Quadrants(int count)
    {
        var inputs = Dense.Matrix(2, count, [.. Enumerable.Range(0, 2 * count).Select(i => Key.For("quadrants").Normal(i))]);
        return new(inputs, new ClassTargets<double>([.. Enumerable.Range(0, count).Select(i => inputs[0, i] * inputs[1, i] > 0 ? 1 : 0)]));
    }

    /// <summary>A batch as a source of samples.</summary>
    internal sealed record Source(Batch<double> All) : ISampleSource<double>
    {
        public int Count => All.Count;

        public Batch<double> Gather(ReadOnlySpan<int> indices)
        {
            var chosen = indices.ToArray();
            return new(
                Matrix<double>.Build.DenseOfColumns(chosen.Select(index => All.Inputs.Column(index))),
                new ClassTargets<double>([.. chosen.Select(All.Targets.ClassOf)]));
        }
    }
}
