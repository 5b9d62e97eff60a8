namespace Functional.Experiments;

/// <summary>How gradients become updates, without the learning rate.</summary>
public enum Optimiser
{
    /// <summary>Gradient descent.</summary>
    Sgd = 0,

    /// <summary>Gradient descent with heavy-ball momentum of 0.9.</summary>
    Momentum = 1,

    /// <summary>Adam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.</summary>
    Adam = 2,
}
