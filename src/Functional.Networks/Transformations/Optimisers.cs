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
    public static GradientTransformation Momentum(Schedule rate, double decay = 0.9) => Chain(new Momentum(decay), new ScaleByRate(rate));

    /// <summary>Gradient descent with Nesterov's momentum.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">How much of the velocity a step keeps.</param>
    public static GradientTransformation Nesterov(Schedule rate, double decay = 0.9) => Chain(new Nesterov(decay), new ScaleByRate(rate));

    /// <summary>AdaGrad.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation AdaGrad(Schedule rate, double epsilon = 1e-10) => Chain(new ScaleByAdaGrad(epsilon), new ScaleByRate(rate));

    /// <summary>RMSProp. With momentum it is <c>new ScaleByRmsProp().Then(new Momentum()).Then(new ScaleByRate(rate))</c>.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">α.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation RmsProp(Schedule rate, double decay = 0.99, double epsilon = 1e-8) =>
        Chain(new ScaleByRmsProp(decay, epsilon), new ScaleByRate(rate));

    /// <summary>RMSProp by an estimate of the variance.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="decay">α.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation CentredRmsProp(Schedule rate, double decay = 0.99, double epsilon = 1e-8) =>
        Chain(new ScaleByCentredRmsProp(decay, epsilon), new ScaleByRate(rate));

    /// <summary>Adam.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation Adam(Schedule rate, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8) =>
        Chain(new ScaleByAdam(firstDecay, secondDecay, epsilon), new ScaleByRate(rate));

    /// <summary>AMSGrad.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation AmsGrad(Schedule rate, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8) =>
        Chain(new ScaleByAmsGrad(firstDecay, secondDecay, epsilon), new ScaleByRate(rate));

    /// <summary>Adam with decoupled weight decay.</summary>
    /// <param name="rate">The learning rate, which scales the decay, too.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="choice">Which parameters decay; the weights when left out (PyTorch: all).</param>
    public static GradientTransformation AdamW(
        Schedule rate, double weightDecay = 0.01, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8, ParameterChoice? choice = null) =>
        Chain(new ScaleByAdam(firstDecay, secondDecay, epsilon), new AddDecayedWeights(weightDecay, choice), new ScaleByRate(rate));

    /// <summary>Adam with Nesterov's momentum.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation NAdam(Schedule rate, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8) =>
        Chain(new ScaleByNAdam(firstDecay, secondDecay, epsilon), new ScaleByRate(rate));

    /// <summary>Adam by the largest gradient.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static GradientTransformation AdaMax(Schedule rate, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-8) =>
        Chain(new ScaleByAdaMax(firstDecay, secondDecay, epsilon), new ScaleByRate(rate));

    /// <summary>Lion.</summary>
    /// <param name="rate">The learning rate, which scales the decay, too.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="choice">Which parameters decay; the weights when left out.</param>
    public static GradientTransformation Lion(
        Schedule rate, double weightDecay = 0, double firstDecay = 0.9, double secondDecay = 0.99, ParameterChoice? choice = null) =>
        Chain(new Lion(firstDecay, secondDecay), new AddDecayedWeights(weightDecay, choice), new ScaleByRate(rate));

    /// <summary>LAMB.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="weightDecay">λ.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="choice">Which parameters decay; the weights when left out.</param>
    public static GradientTransformation Lamb(
        Schedule rate, double weightDecay = 0.01, double firstDecay = 0.9, double secondDecay = 0.999, double epsilon = 1e-6, ParameterChoice? choice = null) =>
        Chain(new ScaleByAdam(firstDecay, secondDecay, epsilon), new AddDecayedWeights(weightDecay, choice), new ScaleByTrustRatio(), new ScaleByRate(rate));

    private static Chained Chain(params GradientTransformation[] parts) => new(parts.ToSeq().Strict());
}
