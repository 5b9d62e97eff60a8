namespace Functional.Experiments;

/// <summary>
/// A picture as data: one of <see cref="Plot"/>, <see cref="ImageGrid"/>, <see cref="CountTable"/> and <see cref="Panels"/>. <see cref="Svg"/> draws it,
/// and so does <see cref="TextPicture"/> where it is a plot.
/// </summary>
public abstract record Chart
{
    private protected Chart(string title, string note) => (Title, Note) = (title, note);

    /// <summary>What stands above the picture; may be empty within <see cref="Panels"/>.</summary>
    public string Title { get; }

    /// <summary>What stands below the picture and is read to those who do not see it; may be empty.</summary>
    public string Note { get; }
}
