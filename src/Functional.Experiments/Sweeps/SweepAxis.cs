namespace Functional.Experiments;

using System;
using System.Globalization;
using System.Text.Json.Nodes;
using Functional.Numerics.Elementary;
using Functional.Numerics.Elementwise;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>
/// A place of the experiment's document and what is tried there: one of <see cref="Values"/>, <see cref="Uniform"/>, <see cref="LogUniform"/> and
/// <see cref="Integers"/>. <see cref="Sweep.Create"/> checks it.
/// </summary>
/// <param name="Path">The place, such as "optimiser.rate" or "network.hidden[1]".</param>
public abstract record SweepAxis(string Path)
{
    /// <summary>The place, such as "optimiser.rate" or "network.hidden[1]".</summary>
    public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

    /// <summary>Whether the axis is on a logarithmic scale.</summary>
    public virtual bool IsLogarithmic => false;

    /// <summary>The value at a point that is drawn, as JSON: a pure function of the key and the point.</summary>
    /// <param name="key">The key of the sweep's draws.</param>
    /// <param name="point">The point, counted from 0.</param>
    internal abstract string Draw(RandomKey key, int point);

    /// <summary>What is wrong with the axis: what was found and what would be right; nothing where all is right.</summary>
    internal abstract Option<Mismatch> Fault { get; }

    private static string Text(double number) => JsonValue.Create(number).ToJsonString();

    private static Option<Mismatch> Ascending(double from, double to) => double.IsFinite(from) && double.IsFinite(to) && from < to
        ? Option<Mismatch>.None
        : new Mismatch(string.Create(CultureInfo.InvariantCulture, $"a range from {from} to {to}"), "finite numbers of which the second one is larger");

    /// <summary>Some values.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="Options">The values as JSON, at least one.</param>
    public sealed record Values(string Path, Seq<string> Options) : SweepAxis(Path)
    {
        /// <summary>The values as JSON, at least one.</summary>
        public Seq<string> Options { get; init => field = Given.NoNulls(value); } = Given.NoNulls(Options);

        /// <inheritdoc/>
        internal override Option<Mismatch> Fault => Options.IsEmpty ? new Mismatch("no values", "at least one value") : Option<Mismatch>.None;

        /// <inheritdoc/>
        internal override string Draw(RandomKey key, int point) => Options[key.Below(Options.Count, point)];
    }

    /// <summary>Numbers of a range, each as likely as every other.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="From">The lower end.</param>
    /// <param name="To">The upper end, above the lower one.</param>
    public sealed record Uniform(string Path, double From, double To) : SweepAxis(Path)
    {
        /// <inheritdoc/>
        internal override Option<Mismatch> Fault => Ascending(From, To);

        /// <inheritdoc/>
        internal override string Draw(RandomKey key, int point) => Text(Math.Clamp(key.Uniform(From, To, point), From, To));
    }

    /// <summary>Numbers of a range, each order of magnitude as likely as every other.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="From">The lower end, above 0.</param>
    /// <param name="To">The upper end, above the lower one.</param>
    public sealed record LogUniform(string Path, double From, double To) : SweepAxis(Path)
    {
        /// <inheritdoc/>
        public override bool IsLogarithmic => true;

        /// <inheritdoc/>
        internal override Option<Mismatch> Fault => From > 0
            ? Ascending(From, To)
            : new Mismatch(string.Create(CultureInfo.InvariantCulture, $"a logarithmic range from {From}"), "a range from a number above 0");

        /// <inheritdoc/>
        internal override string Draw(RandomKey key, int point)
        {
            // Our own functions, so that the trials are the same on every machine.
            var (low, high) = (Elements.Apply(default(Log<double>), From), Elements.Apply(default(Log<double>), To));
            return Text(Math.Clamp(Elements.Apply(default(Exp<double>), key.Uniform(low, high, point)), From, To));
        }
    }

    /// <summary>Whole numbers of a range, each as likely as every other.</summary>
    /// <param name="Path">The place.</param>
    /// <param name="From">The smallest one, at least −1,000,000,000.</param>
    /// <param name="To">The largest one, at most 1,000,000,000.</param>
    public sealed record Integers(string Path, int From, int To) : SweepAxis(Path)
    {
        /// <summary>The largest magnitude: 1,000,000,000.</summary>
        public const int Largest = 1_000_000_000;

        /// <inheritdoc/>
        internal override Option<Mismatch> Fault => From >= -Largest && To <= Largest && From <= To
            ? Option<Mismatch>.None
            : new Mismatch(string.Create(CultureInfo.InvariantCulture, $"whole numbers from {From} to {To}"), $"a range within ±{Largest} whose second end is not below the first");

        /// <inheritdoc/>
        internal override string Draw(RandomKey key, int point) => (From + key.Below(To - From + 1, point)).ToString(CultureInfo.InvariantCulture);
    }
}
