namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using LanguageExt;

/// <summary>Marks within two axes: learning curves, scatter plots, histograms, decision boundaries, loss surfaces.</summary>
public sealed record Plot : Chart
{
    /// <summary>A plot.</summary>
    /// <param name="title">What stands above it.</param>
    /// <param name="horizontal">The axis to the right.</param>
    /// <param name="vertical">The axis upwards.</param>
    /// <param name="marks">What is drawn, later ones above earlier ones.</param>
    /// <param name="note">What stands below it.</param>
    /// <param name="aspect">Its height over its width, from 0.1 to 4; 1 where both axes show the same unit.</param>
    /// <exception cref="ArgumentException">The aspect is out of range, or an axis is logarithmic although a mark covers the plane.</exception>
    public Plot(string title, Axis horizontal, Axis vertical, IEnumerable<Mark> marks, string note = "", double aspect = 0.6)
        : base(Given.NotNull(title), Given.NotNull(note))
    {
        ArgumentNullException.ThrowIfNull(horizontal);
        ArgumentNullException.ThrowIfNull(vertical);
        if (aspect is not (>= 0.1 and <= 4))
        {
            throw new ArgumentOutOfRangeException(nameof(aspect), aspect, "The height of a plot must be from 0.1 to 4 times its width.");
        }

        Marks = marks.ToArray().ToSeq().Strict();
        if (Marks.Exists(mark => mark is Mark.Surface or Mark.Regions) && (horizontal.Scale, vertical.Scale) is not (AxisScale.Linear, AxisScale.Linear))
        {
            throw new ArgumentException("A surface and regions have cells of equal size; both axes must be linear.", nameof(marks));
        }

        (Horizontal, Vertical, Aspect) = (horizontal, vertical, aspect);
    }

    /// <summary>The axis to the right.</summary>
    public Axis Horizontal { get; }

    /// <summary>The axis upwards.</summary>
    public Axis Vertical { get; }

    /// <summary>What is drawn.</summary>
    public Seq<Mark> Marks { get; }

    /// <summary>Its height over its width.</summary>
    public double Aspect { get; }
}
