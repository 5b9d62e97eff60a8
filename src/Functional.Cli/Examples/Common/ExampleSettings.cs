namespace Functional.Cli.Examples;

using Functional.Experiments;
using LanguageExt;

/// <summary>What an example is asked to do.</summary>
/// <param name="Data">The samples of examples that learn from digits.</param>
/// <param name="Output">The directory that pictures are written to; nothing where none is wanted.</param>
/// <param name="Seed">The seed; nothing where the example's own is meant.</param>
/// <param name="Quick">Whether a short form is wanted, which takes a few seconds at most.</param>
internal sealed record ExampleSettings(DataSource Data, Option<string> Output, Option<ulong> Seed, bool Quick)
{
    /// <summary>The settings where no option is given.</summary>
    public static ExampleSettings Default { get; } = new(new DataSource.EmbeddedDigits(), Prelude.None, Prelude.None, Quick: false);

    /// <summary>How fast the learning rate falls: η₀ / (1 + decay · t).</summary>
    public double LearningRateDecay { get; init; }

    /// <summary>How much of the velocity a step keeps.</summary>
    public double Momentum { get; init; }

    /// <summary>λ of the penalty ½·λ·Σ w².</summary>
    public double L2 { get; init; }
}
