namespace Functional.Benchmarks.Products;

/// <summary>The three products of an affine layer, with W [outputs × inputs], X [inputs × samples] and D [outputs × samples].</summary>
internal enum ProductKind
{
    /// <summary>W·X.</summary>
    Forward,

    /// <summary>D·Xᵀ, a sum over the samples.</summary>
    WeightGradient,

    /// <summary>Wᵀ·D.</summary>
    InputGradient,
}
