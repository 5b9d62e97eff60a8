namespace Functional.Coverage.Alterations;

/// <summary>How a value is altered.</summary>
internal enum Alteration
{
    /// <summary>A little: a number by a thousandth and more, a text by a letter, a list or a record in its first part.</summary>
    Perturbed,

    /// <summary>Entirely: 0, false, null.</summary>
    Missing,
}
