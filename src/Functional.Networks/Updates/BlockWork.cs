namespace Functional.Networks;

/// <summary>What a transformation does to a block of an update.</summary>
/// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="block">The block.</param>
internal delegate void BlockWork<T>(Block<T> block)
    where T : struct, IFloatingPointIeee754<T>;
