namespace Functional.Benchmarks.Products;

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

/// <summary>A matrix product.</summary>
/// <param name="Group">What it is shown and chosen by.</param>
/// <param name="Kind">Which product.</param>
/// <param name="Outputs">The outputs of the layer.</param>
/// <param name="Inputs">The inputs of the layer.</param>
/// <param name="Samples">The samples of the batch.</param>
internal sealed record Product(string Group, ProductKind Kind, int Outputs, int Inputs, int Samples)
{
    /// <summary>The products that are measured.</summary>
    public static ImmutableArray<Product> All { get; } =
    [
        new("1024", ProductKind.Forward, 1024, 1024, 1024),
        new("4096", ProductKind.Forward, 1024, 4096, 1024),
        .. OfLayer("784-50", 50, 784, 100),
        .. OfLayer("512-512", 512, 512, 128),
        .. OfLayer("4096-4096", 4096, 4096, 1024),
    ];

    /// <summary>The floating-point operations: a multiplication with its addition counts as two.</summary>
    public double Flops => 2.0 * Outputs * Inputs * Samples;

    /// <summary>The name by which contenders are asked for it, such as "forward:50x784x100".</summary>
    public string Subject => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Kind)}:{Outputs}x{Inputs}x{Samples}");

    /// <summary>In words: the formula and the shapes.</summary>
    public string Title => Kind switch
    {
        ProductKind.Forward => $"W·X  {Outputs}×{Inputs} · {Inputs}×{Samples}",
        ProductKind.WeightGradient => $"D·Xᵀ  {Outputs}×{Samples} · {Samples}×{Inputs}",
        _ => $"Wᵀ·D  {Inputs}×{Outputs} · {Outputs}×{Samples}",
    };

    /// <summary>The product with a <see cref="Subject"/>, or null.</summary>
    public static Product? Parse(string subject) => All.FirstOrDefault(product => string.Equals(product.Subject, subject, StringComparison.Ordinal));

    private static Product[] OfLayer(string group, int outputs, int inputs, int samples) =>
        [.. Enum.GetValues<ProductKind>().Select(kind => new Product(group, kind, outputs, inputs, samples))];

    private static string NameOf(ProductKind kind) => kind switch
    {
        ProductKind.Forward => "forward",
        ProductKind.WeightGradient => "weight-gradient",
        ProductKind.InputGradient => "input-gradient",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such product."),
    };
}
