namespace Functional.Data;

using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;

/// <summary>How stored features become a network's inputs: one of <see cref="None"/>, <see cref="UnitInterval"/> and <see cref="Standardised"/>.</summary>
public abstract record Scaling
{
    private Scaling()
    {
    }

    /// <summary>Features as they are, rounded to the element.</summary>
    public sealed record None : Scaling
    {
        /// <inheritdoc/>
        public override string ToString() => "as they are";
    }

    /// <summary>x / maximum: the correctly rounded quotient of the two, each rounded to the element first.</summary>
    public sealed record UnitInterval : Scaling
    {
        /// <summary>Division by the given maximum.</summary>
        /// <param name="maximum">The value that becomes 1, above 0: 255 for MNIST's pixels, 16 for those of the 8 × 8 digits.</param>
        /// <exception cref="ArgumentOutOfRangeException">The maximum is not a number above 0.</exception>
        public UnitInterval(double maximum)
        {
            if (!double.IsFinite(maximum) || maximum <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The maximum must be a finite number above 0.");
            }

            Maximum = maximum;
        }

        /// <summary>The value that becomes 1, above 0.</summary>
        public double Maximum { get; }

        /// <inheritdoc/>
        public override string ToString() => $"divided by {Words.Value(Maximum)}";
    }

    /// <summary>(x − mean) / deviation for each feature, computed in double and then rounded to the element.</summary>
    public sealed record Standardised : Scaling
    {
        /// <summary>Scaling by known means and deviations.</summary>
        /// <param name="means">Each feature's mean.</param>
        /// <param name="deviations">Each feature's standard deviation, above 0.</param>
        /// <exception cref="ArgumentException">Their numbers differ, or one is not finite, or a deviation is not above 0.</exception>
        public Standardised(ImmutableArray<double> means, ImmutableArray<double> deviations)
        {
            Given.NotDefault(means);
            Given.NotDefault(deviations);
            if (means.IsDefaultOrEmpty || deviations.IsDefault || means.Length != deviations.Length)
            {
                throw new ArgumentException("There must be as many deviations as means, and at least one.", nameof(deviations));
            }

            for (var feature = 0; feature < means.Length; feature++)
            {
                if (!double.IsFinite(means[feature]) || !double.IsFinite(deviations[feature]) || deviations[feature] <= 0)
                {
                    throw new ArgumentException(
                        $"Feature {feature} has mean {Words.Value(means[feature])} and deviation {Words.Value(deviations[feature])}; both must be finite and the deviation above 0.",
                        nameof(deviations));
                }
            }

            Means = means;
            Deviations = deviations;
        }

        /// <summary>Each feature's mean.</summary>
        public ImmutableArray<double> Means { get; }

        /// <summary>Each feature's standard deviation, above 0.</summary>
        public ImmutableArray<double> Deviations { get; }

        /// <summary>
        /// Means and standard deviations of a set's stored features: μ = Σx / n and σ = √(Σ(x − μ)² / n), the sums in the order of the samples.
        /// Fit on the training set alone and apply the result to both.
        /// </summary>
        /// <remarks>
        /// The deviation is the population's, divided by n, as is usual for inputs; statistics books often divide by n − 1. A feature that is the same
        /// for all samples has that value for its mean and 1 for its deviation, so it becomes 0.
        /// </remarks>
        /// <param name="training">The set to fit to.</param>
        /// <exception cref="ArgumentException">A feature's values are so large or so close that its deviation is no positive double.</exception>
        public static Standardised Fit(DataSet training)
        {
            ArgumentNullException.ThrowIfNull(training);
            var features = training.Features;
            var row = new double[features.Width];
            var first = new double[features.Width];
            var constant = Enumerable.Repeat(true, features.Width).ToArray();
            var means = new double[features.Width];
            features.CopyTo(0, first);
            for (var sample = 0; sample < features.Count; sample++)
            {
                features.CopyTo(sample, row);
                for (var feature = 0; feature < row.Length; feature++)
                {
                    means[feature] += row[feature];
                    constant[feature] &= row[feature] == first[feature];
                }
            }

            for (var feature = 0; feature < row.Length; feature++)
            {
                means[feature] = constant[feature] ? first[feature] : means[feature] / features.Count;
            }

            var deviations = new double[features.Width];
            for (var sample = 0; sample < features.Count; sample++)
            {
                features.CopyTo(sample, row);
                for (var feature = 0; feature < row.Length; feature++)
                {
                    var distance = row[feature] - means[feature];
                    deviations[feature] += distance * distance;
                }
            }

            for (var feature = 0; feature < row.Length; feature++)
            {
                deviations[feature] = constant[feature] ? 1 : Math.Sqrt(deviations[feature] / features.Count);
            }

            return new Standardised(ImmutableCollectionsMarshal.AsImmutableArray(means), ImmutableCollectionsMarshal.AsImmutableArray(deviations));
        }

        /// <summary>True where both have the same means and deviations.</summary>
        /// <param name="other">The scaling to compare with.</param>
        public bool Equals(Standardised? other) => other is not null && Means.SequenceEqual(other.Means) && Deviations.SequenceEqual(other.Deviations);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Means.Length, Means[0], Deviations[^1]);

        /// <inheritdoc/>
        public override string ToString() => "standardised for each feature";
    }
}
