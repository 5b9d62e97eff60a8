namespace Functional.Numerics.Randomness;

using MathNet.Numerics.Random;

/// <summary>The uniform numbers of a key, one after another, as MathNet's samplers ask for them.</summary>
/// <param name="key">What they are drawn from: draw i is <c>key.Uniform(i)</c>.</param>
internal sealed class KeyedRandomSource(RandomKey key) : RandomSource(threadSafe: false)
{
    private long drawn;

    /// <inheritdoc/>
    protected override double DoSample() => key.Uniform(drawn++);
}
