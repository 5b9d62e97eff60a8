namespace Functional.Numerics.Products;

/// <summary>The room in which an affine layer and the function behind it work, column after column.</summary>
/// <param name="X">The inputs.</param>
/// <param name="Z">The sums; the values where there is no function.</param>
/// <param name="Y">The values.</param>
/// <param name="XGradient">Takes the gradient by the inputs; empty where nobody asks for it.</param>
/// <param name="ZGradient">Takes the gradient by the sums.</param>
/// <param name="YGradient">The gradient by the values.</param>
internal sealed record AffineRoom<T>(T[] X, T[] Z, T[] Y, T[] XGradient, T[] ZGradient, T[] YGradient);
