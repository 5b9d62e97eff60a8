namespace Functional.Experiments;

/// <summary>How gradients become updates, without the learning rate.</summary>
public enum Optimiser
{
    /// <summary>Gradient descent.</summary>
    Sgd = 0,

    /// <summary>Gradient descent with heavy-ball momentum, of 0.9 unless another one is given.</summary>
    Momentum = 1,

    /// <summary>Adam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.</summary>
    Adam = 2,

    /// <summary>Gradient descent with Nesterov's momentum, of 0.9 unless another one is given.</summary>
    Nesterov = 3,

    /// <summary>AdaGrad with ε = 10⁻¹⁰.</summary>
    AdaGrad = 4,

    /// <summary>RMSProp with α = 0.99 and ε = 10⁻⁸; heavy-ball momentum follows where one is given.</summary>
    RmsProp = 5,

    /// <summary>RMSProp by an estimate of the variance, with α = 0.99 and ε = 10⁻⁸; heavy-ball momentum follows where one is given.</summary>
    CentredRmsProp = 6,

    /// <summary>AMSGrad with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.</summary>
    AmsGrad = 7,

    /// <summary>Adam with decoupled weight decay, of 0.01 unless another one is given.</summary>
    AdamW = 8,

    /// <summary>Adam with Nesterov's momentum, β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.</summary>
    NAdam = 9,

    /// <summary>Adam by the largest gradient, β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.</summary>
    AdaMax = 10,

    /// <summary>Lion with β₁ = 0.9 and β₂ = 0.99, without weight decay unless one is given.</summary>
    Lion = 11,

    /// <summary>LAMB with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁶ and weight decay, of 0.01 unless another one is given.</summary>
    Lamb = 12,
}
