namespace Functional.Experiments;

using System.Globalization;

/// <summary>A respect in which two states or two files are not the same: one of <see cref="Numbers"/>, <see cref="Form"/> and <see cref="Value"/>.</summary>
/// <param name="Name">The name of the tensor or value, such as "network.0.weights".</param>
/// <param name="Place">The place in words, such as "layer 0, Affine 64→48, weights".</param>
public abstract record Discrepancy(string Name, string Place)
{
    /// <summary>The name of the tensor or value, such as "network.0.weights".</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>The place in words, such as "layer 0, Affine 64→48, weights".</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>The whole in words.</summary>
    public abstract string Message { get; }

    /// <summary>A tensor has other numbers.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Place">Its place in words.</param>
    /// <param name="Row">The row of the first number that differs, column after column, counted from 0.</param>
    /// <param name="Column">Its column, counted from 0.</param>
    /// <param name="First">The first two numbers that differ.</param>
    /// <param name="Differing">How many of its numbers differ.</param>
    /// <param name="Count">How many numbers it has.</param>
    public sealed record Numbers(string Name, string Place, int Row, int Column, NumberDifference First, long Differing, long Count) : Discrepancy(Name, Place)
    {
        /// <summary>The first two numbers that differ.</summary>
        public NumberDifference First { get; init => field = Given.NotNull(value); } = Given.NotNull(First);

        /// <inheritdoc/>
        public override string Message => string.Create(
            CultureInfo.InvariantCulture, $"{Place}, row {Row}, column {Column}: {First.Numbers}, {First.Distances}; {Differing:N0} of its {Count:N0} numbers differ");
    }

    /// <summary>A tensor is there on one side only, or has another shape or precision.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Place">Its place in words.</param>
    /// <param name="One">Precision and shape on one side, or "nothing".</param>
    /// <param name="Other">Precision and shape on the other side, or "nothing".</param>
    public sealed record Form(string Name, string Place, string One, string Other) : Discrepancy(Name, Place)
    {
        /// <inheritdoc/>
        public override string Message => $"{Place}: {One} and {Other}";
    }

    /// <summary>Something that is no tensor differs: a step, a key, a number that an optimiser keeps.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Place">Its place in words.</param>
    /// <param name="One">The value on one side, or "nothing".</param>
    /// <param name="Other">The value on the other side, or "nothing".</param>
    public sealed record Value(string Name, string Place, string One, string Other) : Discrepancy(Name, Place)
    {
        /// <inheritdoc/>
        public override string Message => $"{Place}: {One} and {Other}";
    }
}
