namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.Linq;
using Functional.Networks;
using LanguageExt;

/// <summary>
/// What is drawn within a plot's axes, later ones above earlier ones: one of <see cref="Line"/>, <see cref="Trail"/>, <see cref="Dots"/>, <see cref="Bars"/>,
/// <see cref="Surface"/>, <see cref="Regions"/> and <see cref="Rule"/>.
/// </summary>
public abstract record Mark
{
    /// <summary>The number of hues; a further one is the first again.</summary>
    public const int HueCount = 7;

    private Mark(string name, int? hue)
    {
        if (hue is < 0 or >= HueCount)
        {
            throw new ArgumentOutOfRangeException(nameof(hue), hue, $"A hue must be from 0 to {HueCount - 1}.");
        }

        (Name, Hue) = (name, hue);
    }

    /// <summary>What the legend calls it; nothing in the legend where it is empty.</summary>
    public string Name { get; }

    /// <summary>Which colour it has, with the dashes and signs that belong to it; the next one of those that are left when nothing is given.</summary>
    public int? Hue { get; }

    /// <summary>A line through points in their order, such as a learning curve. What has no place on the axes leaves a gap, and the note says so.</summary>
    public sealed record Line : Mark
    {
        /// <summary>A line.</summary>
        /// <param name="name">What the legend calls it.</param>
        /// <param name="points">Its points.</param>
        /// <param name="hue">Which colour it has.</param>
        public Line(string name, IEnumerable<PlanePoint> points, int? hue = null)
            : base(Given.NotNull(name), hue) => Points = points.ToArray().ToSeq().Strict();

        /// <summary>A line over consecutive numbers, such as epochs.</summary>
        /// <param name="name">What the legend calls it.</param>
        /// <param name="heights">Its heights.</param>
        /// <param name="first">Where the first one stands.</param>
        /// <param name="step">How far apart they stand.</param>
        /// <param name="hue">Which colour it has.</param>
        public Line(string name, IEnumerable<double> heights, double first = 1, double step = 1, int? hue = null)
            : this(name, heights.Select((height, i) => new PlanePoint(first + (i * step), height)), hue)
        {
        }

        /// <summary>Its points.</summary>
        public Seq<PlanePoint> Points { get; }
    }

    /// <summary>A way that is gone, with a sign at its beginning and its end, such as a descent.</summary>
    public sealed record Trail : Mark
    {
        /// <summary>A way.</summary>
        /// <param name="name">What the legend calls it.</param>
        /// <param name="points">Its points.</param>
        /// <param name="hue">Which colour it has.</param>
        public Trail(string name, IEnumerable<PlanePoint> points, int? hue = null)
            : base(Given.NotNull(name), hue) => Points = points.ToArray().ToSeq().Strict();

        /// <summary>Its points.</summary>
        public Seq<PlanePoint> Points { get; }
    }

    /// <summary>A sign at each point, such as the samples of a class.</summary>
    public sealed record Dots : Mark
    {
        /// <summary>Signs at points.</summary>
        /// <param name="name">What the legend calls them.</param>
        /// <param name="points">The points.</param>
        /// <param name="hue">Which colour they have.</param>
        public Dots(string name, IEnumerable<PlanePoint> points, int? hue = null)
            : base(Given.NotNull(name), hue) => Points = points.ToArray().ToSeq().Strict();

        /// <summary>The points.</summary>
        public Seq<PlanePoint> Points { get; }
    }

    /// <summary>Bars that stand on 0, such as a histogram; on a logarithmic axis they stand on its lower end.</summary>
    public sealed record Bars : Mark
    {
        /// <summary>Bars.</summary>
        /// <param name="name">What the legend calls them.</param>
        /// <param name="items">The bars.</param>
        /// <param name="hue">Which colour they have.</param>
        public Bars(string name, IEnumerable<Bar> items, int? hue = null)
            : base(Given.NotNull(name), hue) => Items = items.ToArray().ToSeq().Strict();

        /// <summary>The bars of a histogram: how many numbers fall into each bin, as a share of all.</summary>
        /// <param name="name">What the legend calls them.</param>
        /// <param name="histogram">The histogram.</param>
        /// <param name="hue">Which colour they have.</param>
        public Bars(string name, Histogram histogram, int? hue = null)
            : this(name, Shares(Given.NotNull(histogram)), hue)
        {
        }

        /// <summary>The bars.</summary>
        public Seq<Bar> Items { get; }

        private static IEnumerable<Bar> Shares(Histogram histogram)
        {
            var (lowest, bins, all) = (histogram.Lowest, histogram.Counts.Count, Math.Max(1, histogram.Counts.Sum(count => (double)count)));
            var width = histogram.Highest > lowest ? (histogram.Highest - lowest) / bins : 1;
            return histogram.Counts.ToArray().Select((count, i) => new Bar(lowest + (i * width), lowest + ((i + 1) * width), count / all));
        }
    }

    /// <summary>Heights over the plane as shades with contour lines between them, such as a loss surface.</summary>
    public sealed record Surface : Mark
    {
        /// <summary>The most shades.</summary>
        public const int MaximumLevels = 32;

        /// <summary>Heights over the plane.</summary>
        /// <param name="name">What the legend calls them, such as "loss".</param>
        /// <param name="grid">The cells.</param>
        /// <param name="heights">A height for each cell; cells whose height is not finite stay empty, and the note says so.</param>
        /// <param name="scale">Whether shades are at equal differences or at equal ratios of the height.</param>
        /// <param name="levels">How many shades there are, from 2 to <see cref="MaximumLevels"/>.</param>
        /// <param name="hue">Which colour it has.</param>
        /// <exception cref="ArgumentException">There are not as many heights as cells, or the number of shades is out of range.</exception>
        public Surface(string name, PlaneGrid grid, IEnumerable<double> heights, AxisScale scale = AxisScale.Linear, int levels = 12, int? hue = null)
            : base(Given.NotNull(name), hue)
        {
            ArgumentNullException.ThrowIfNull(grid);
            Heights = heights.ToArray().ToSeq().Strict();
            if (Heights.Count != grid.Count)
            {
                throw new ArgumentException($"There are {Heights.Count} heights for {grid.Count} cells; there must be one for each.", nameof(heights));
            }

            if (levels is < 2 or > MaximumLevels)
            {
                throw new ArgumentOutOfRangeException(nameof(levels), levels, $"There must be from 2 to {MaximumLevels} shades.");
            }

            (Grid, Scale, Levels) = (grid, scale, levels);
        }

        /// <summary>A loss surface.</summary>
        /// <param name="name">What the legend calls it.</param>
        /// <param name="surface">The surface.</param>
        /// <param name="scale">Whether shades are at equal differences or at equal ratios of the loss.</param>
        /// <param name="levels">How many shades there are.</param>
        /// <param name="hue">Which colour it has.</param>
        public Surface(string name, LossSurface surface, AxisScale scale = AxisScale.Linear, int levels = 12, int? hue = null)
            : this(name, Given.NotNull(surface).Grid, surface.Heights, scale, levels, hue)
        {
        }

        /// <summary>The cells.</summary>
        public PlaneGrid Grid { get; }

        /// <summary>A height for each cell.</summary>
        public Seq<double> Heights { get; }

        /// <summary>Whether shades are at equal differences or at equal ratios of the height.</summary>
        public AxisScale Scale { get; }

        /// <summary>How many shades there are.</summary>
        public int Levels { get; }
    }

    /// <summary>A network's decisions: each place in the colour of its class, the stronger the surer, with a line at the boundaries. Class k has hue k.</summary>
    public sealed record Regions : Mark
    {
        /// <summary>A network's decisions.</summary>
        /// <param name="map">The decisions.</param>
        public Regions(DecisionMap map)
            : base(string.Empty, null) => Map = Given.NotNull(map);

        /// <summary>The decisions.</summary>
        public DecisionMap Map { get; }
    }

    /// <summary>A line straight through the plot, such as the epoch that was chosen.</summary>
    public sealed record Rule : Mark
    {
        /// <summary>A line straight through the plot.</summary>
        /// <param name="name">What the legend calls it.</param>
        /// <param name="at">Where it crosses its axis.</param>
        /// <param name="isUpright">Whether it crosses the horizontal axis; otherwise the vertical one.</param>
        public Rule(string name, double at, bool isUpright = true)
            : base(Given.NotNull(name), null) => (At, IsUpright) = (at, isUpright);

        /// <summary>Where it crosses its axis.</summary>
        public double At { get; }

        /// <summary>Whether it crosses the horizontal axis; otherwise the vertical one.</summary>
        public bool IsUpright { get; }
    }
}
