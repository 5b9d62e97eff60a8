namespace Functional.Networks;

using LanguageExt;

/// <summary>The well-known optimisers: short chains of gradient transformations.</summary>
public static class Optimisers
{
    /// <summary>Gradient descent.</summary>
    /// <param name="rate">The learning rate.</param>
    public static GradientTransformation Sgd(Schedule rate) => new ScaleByRate(rate);

    /// <summary>Gradient descent with heavy-ball momentum.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">How much of the velocity a step keeps.</param>
    public static GradientTransformation Momentum(Schedule rate, double decay = 0.9) =>
        new Chained(Prelude.Seq<GradientTransformation>(new Momentum(decay), new ScaleByRate(rate)));

    /// <summary>Adam.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation Adam(Schedule rate, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8) =>
        new Chained(Prelude.Seq<GradientTransformation>(new ScaleByAdam(firstDecay, secondDecay, epsilon), new ScaleByRate(rate)));
}
