namespace Functional.Verification;

using System;
using System.Collections.Generic;

/// <summary>Optimisers as their papers write them, one number at a time and without regard to speed: what kernels are held to.</summary>
/// <remarks>Nothing is checked. Where a formula has no value, as with a decay of 1, which makes its correction 0/0, the update is NaN.</remarks>
public static class Textbook
{
    /// <summary>Gradient descent: −η·g.</summary>
    /// <param name="rate">η.</param>
    public static UpdateRule Sgd(double rate) => Rule((_, gradient, _) => -rate * gradient);

    /// <summary>Heavy-ball momentum: <c>v ← μ·v + g</c>, −η·v (B. T. Polyak 1964).</summary>
    /// <param name="rate">η.</param>
    /// <param name="decay">μ.</param>
    public static UpdateRule Momentum(double rate, double decay) => (start, gradients) =>
    {
        var velocity = 0.0;
        return Rule((_, gradient, _) => -rate * (velocity = (decay * velocity) + gradient))(start, gradients);
    };

    /// <summary>Nesterov's momentum: <c>v ← μ·v + g</c>, −η·(g + μ·v) (Y. Nesterov 1983, I. Sutskever et al. 2013).</summary>
    /// <param name="rate">η.</param>
    /// <param name="decay">μ.</param>
    public static UpdateRule Nesterov(double rate, double decay) => (start, gradients) =>
    {
        var velocity = 0.0;
        return Rule((_, gradient, _) =>
        {
            velocity = (decay * velocity) + gradient;
            return -rate * (gradient + (decay * velocity));
        })(start, gradients);
    };

    /// <summary>AdaGrad: <c>s ← s + g²</c>, −η·g / (√s + ε) (J. Duchi, E. Hazan, Y. Singer 2011).</summary>
    /// <param name="rate">η.</param>
    /// <param name="epsilon">ε.</param>
    public static UpdateRule AdaGrad(double rate, double epsilon) => (start, gradients) =>
    {
        var sum = 0.0;
        return Rule((_, gradient, _) => -rate * gradient / (Math.Sqrt(sum += gradient * gradient) + epsilon))(start, gradients);
    };

    /// <summary>RMSProp: <c>v ← α·v + (1 − α)·g²</c>, −η·g / (√v + ε) (T. Tieleman, G. Hinton 2012).</summary>
    /// <param name="rate">η.</param>
    /// <param name="decay">α.</param>
    /// <param name="epsilon">ε.</param>
    public static UpdateRule RmsProp(double rate, double decay, double epsilon) => (start, gradients) =>
    {
        var mean = 0.0;
        return Rule((_, gradient, _) => -rate * gradient / (Math.Sqrt(mean = (decay * mean) + ((1 - decay) * gradient * gradient)) + epsilon))(start, gradients);
    };

    /// <summary>Adam with decoupled weight decay: <c>m ← β₁·m + (1 − β₁)·g</c>, <c>v ← β₂·v + (1 − β₂)·g²</c>, −η·(m̂ / (√v̂ + ε) + λ·w) (D. P. Kingma, J. L. Ba 2015, algorithm 1; I. Loshchilov, F. Hutter 2019, algorithm 2).</summary>
    /// <param name="rate">η.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="weightDecay">λ; 0 is Adam.</param>
    public static UpdateRule Adam(double rate, double firstDecay, double secondDecay, double epsilon, double weightDecay = 0) => (start, gradients) =>
    {
        var (first, second) = (0.0, 0.0);
        return Rule((step, gradient, weight) =>
        {
            first = (firstDecay * first) + ((1 - firstDecay) * gradient);
            second = (secondDecay * second) + ((1 - secondDecay) * gradient * gradient);
            var (mean, square) = (first / (1 - Math.Pow(firstDecay, step)), second / (1 - Math.Pow(secondDecay, step)));
            return -rate * ((mean / (Math.Sqrt(square) + epsilon)) + (weightDecay * weight));
        })(start, gradients);
    };

    /// <summary>AMSGrad: Adam with the largest v so far, corrected like v (S. J. Reddi, S. Kale, S. Kumar 2018, with PyTorch's corrections).</summary>
    /// <param name="rate">η.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static UpdateRule AmsGrad(double rate, double firstDecay, double secondDecay, double epsilon) => (start, gradients) =>
    {
        var (first, second, largest) = (0.0, 0.0, 0.0);
        return Rule((step, gradient, _) =>
        {
            first = (firstDecay * first) + ((1 - firstDecay) * gradient);
            second = (secondDecay * second) + ((1 - secondDecay) * gradient * gradient);
            largest = Math.Max(largest, second);
            return -rate * first / (1 - Math.Pow(firstDecay, step)) / (Math.Sqrt(largest / (1 - Math.Pow(secondDecay, step))) + epsilon);
        })(start, gradients);
    };

    /// <summary>AdaMax: <c>s ← max(β₂·s, |g| + ε)</c>, −η·m̂ / s (D. P. Kingma, J. L. Ba 2015, algorithm 2, with PyTorch's ε).</summary>
    /// <param name="rate">η.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    /// <param name="epsilon">ε.</param>
    public static UpdateRule AdaMax(double rate, double firstDecay, double secondDecay, double epsilon) => (start, gradients) =>
    {
        var (first, largest) = (0.0, 0.0);
        return Rule((step, gradient, _) =>
        {
            first = (firstDecay * first) + ((1 - firstDecay) * gradient);
            largest = Math.Max(secondDecay * largest, Math.Abs(gradient) + epsilon);
            return -rate * first / (1 - Math.Pow(firstDecay, step)) / largest;
        })(start, gradients);
    };

    /// <summary>Lion: −η·sign(β₁·m + (1 − β₁)·g), then <c>m ← β₂·m + (1 − β₂)·g</c> (X. Chen et al. 2023, algorithm 2).</summary>
    /// <param name="rate">η.</param>
    /// <param name="firstDecay">β₁.</param>
    /// <param name="secondDecay">β₂.</param>
    public static UpdateRule Lion(double rate, double firstDecay, double secondDecay) => (start, gradients) =>
    {
        var momentum = 0.0;
        return Rule((_, gradient, _) =>
        {
            var update = -rate * Math.Sign((firstDecay * momentum) + ((1 - firstDecay) * gradient));
            momentum = (secondDecay * momentum) + ((1 - secondDecay) * gradient);
            return update;
        })(start, gradients);
    };

    /// <summary>A rule from what one step adds.</summary>
    /// <param name="update">From the step, counted from 1, its gradient and the parameter before it to what is added.</param>
    public static UpdateRule Rule(Func<int, double, double, double> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return (start, gradients) =>
        {
            ArgumentNullException.ThrowIfNull(gradients);
            var updates = new List<double>(gradients.Count);
            var parameter = start;
            foreach (var gradient in gradients)
            {
                updates.Add(update(updates.Count + 1, gradient, parameter));
                parameter += updates[^1];
            }

            return updates;
        };
    }
}
