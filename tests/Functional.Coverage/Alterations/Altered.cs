namespace Functional.Coverage.Alterations;

using System;
using System.Threading;

/// <summary>
/// What altered members call: it gives back what they computed, or something else where the member in question is the active one. Public because the rewritten
/// assemblies call it.
/// </summary>
public static class Altered
{
    private static readonly AsyncLocal<bool> Altering = new();
    private static readonly bool[] SeenMembers = new bool[1 << 15];
    private static int active = -1;
    private static Alteration alteration;

    /// <summary>Which member is altered; none where it is negative.</summary>
    internal static int Active => active;

    /// <summary>Whether the active member was altered in truth: a value that has nothing to alter is left as it is.</summary>
    internal static bool WasApplied { get; private set; }

    /// <summary>Which members were called since the last <see cref="Begin"/>.</summary>
    internal static ReadOnlySpan<bool> Seen => SeenMembers;

    /// <summary>Forgets which members were called, and alters one.</summary>
    /// <param name="member">The member; none where it is negative.</param>
    /// <param name="how">How its values are altered.</param>
    internal static void Begin(int member, Alteration how)
    {
        Array.Clear(SeenMembers);
        WasApplied = false;
        alteration = how;
        active = member;
    }

    /// <summary>What a member returns in place of a value, or works with in place of an argument.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">What it computed or was given.</param>
    /// <param name="member">The member.</param>
    public static T Value<T>(T value, int member)
    {
        if (active != member)
        {
            SeenMembers[member] = true;
            return value;
        }

        return Different(value);
    }

    /// <summary>As <see cref="Value"/>, for what cannot be held in memory: it is replaced by nothing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">What it computed.</param>
    /// <param name="member">The member.</param>
    public static T Passing<T>(T value, int member)
        where T : allows ref struct
    {
        if (active != member)
        {
            SeenMembers[member] = true;
            return value;
        }

        WasApplied = true;
        return default!;
    }

    /// <summary>Whether a member that returns nothing does nothing either.</summary>
    /// <param name="member">The member.</param>
    public static bool Skips(int member)
    {
        if (active != member)
        {
            SeenMembers[member] = true;
            return false;
        }

        WasApplied = true;
        return true;
    }

    private static T Different<T>(T value)
    {
        // What alters a value may call the very member.
        if (Altering.Value)
        {
            return value;
        }

        Altering.Value = true;
        try
        {
            if (alteration is Alteration.Perturbed && Perturbation.TryOf(value, typeof(T), out var changed))
            {
                WasApplied = true;
                return (T)changed!;
            }

            WasApplied |= alteration is Alteration.Missing && value is not null && !value.Equals(default(T));
            return alteration is Alteration.Missing ? default! : value;
        }
        finally
        {
            Altering.Value = false;
        }
    }
}
