namespace Functional.Experiments;

/// <summary>How the numbers of an image become colours.</summary>
public enum Tone
{
    /// <summary>From the smallest number, empty, to the largest, full ink: grey pictures.</summary>
    Ink = 0,

    /// <summary>0 is empty; positive numbers have one colour and negative ones another, equally strong at equal magnitudes: weights.</summary>
    Diverging = 1,
}
