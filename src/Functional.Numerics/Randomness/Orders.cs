namespace Functional.Numerics.Randomness;

using System;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

/// <summary>Random orders and selections of the numbers 0 to count − 1, each a pure function of a key.</summary>
public static class Orders
{
    extension(RandomKey key)
    {
        /// <summary>A uniformly drawn order of 0 to <paramref name="count"/> − 1.</summary>
        /// <remarks>
        /// R. Durstenfeld 1964 (the shuffle of Fisher and Yates), from the front: place i is exchanged with place
        /// i + <c>Below(count − i, i)</c>.
        /// </remarks>
        /// <param name="count">How many numbers, at least 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
        public ImmutableArray<int> Permutation(int count) => key.ChoiceWithoutReplacement(count, count);

        /// <summary>Different numbers from 0 to <paramref name="count"/> − 1 in random order: the beginning of <c>Permutation(count)</c>.</summary>
        /// <param name="count">How many numbers there are, at least 0.</param>
        /// <param name="chosen">How many to choose, from 0 to <paramref name="count"/>.</param>
        /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
        public ImmutableArray<int> ChoiceWithoutReplacement(int count, int chosen)
        {
            _ = Given.Length(count);
            ArgumentOutOfRangeException.ThrowIfNegative(chosen);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(chosen, count);
            var order = new int[count];
            key.Permute(order, chosen);
            return ImmutableCollectionsMarshal.AsImmutableArray(chosen == count ? order : order[..chosen]);
        }

        /// <summary>Numbers drawn independently from 0 to <paramref name="count"/> − 1; the same one may come more than once.</summary>
        /// <param name="count">How many numbers there are, at least 1.</param>
        /// <param name="chosen">How many to draw, at least 0.</param>
        /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
        public ImmutableArray<int> ChoiceWithReplacement(int count, int chosen)
        {
            var choice = new int[Given.Length(chosen)];
            key.DrawWithReplacement(count, choice);
            return ImmutableCollectionsMarshal.AsImmutableArray(choice);
        }

        /// <summary>Writes <c>Permutation(order.Length)</c>.</summary>
        internal void Permute(Span<int> order) => key.Permute(order, order.Length);

        /// <summary>Writes <c>ChoiceWithReplacement(count, choice.Length)</c>.</summary>
        internal void DrawWithReplacement(int count, Span<int> choice)
        {
            for (var i = 0; i < choice.Length; i++)
            {
                choice[i] = key.Below(count, i);
            }
        }

        /// <summary>Writes an order whose first places are drawn.</summary>
        private void Permute(Span<int> order, int drawn)
        {
            for (var i = 0; i < order.Length; i++)
            {
                order[i] = i;
            }

            for (var i = 0; i < Math.Min(drawn, order.Length - 1); i++)
            {
                var other = i + key.Below(order.Length - i, i);
                (order[i], order[other]) = (order[other], order[i]);
            }
        }
    }
}
