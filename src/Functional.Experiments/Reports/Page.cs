namespace Functional.Experiments;

using System.Collections.Generic;
using System.Linq;

/// <summary>What the parts of a report are made of.</summary>
internal static class Page
{
    /// <summary>How wide charts are in units of their own, so that their letters can be read on a phone of 320 pixels.</summary>
    public const double ChartWidth = 320;

    /// <summary>The longest name that is shown whole.</summary>
    private const int LongestName = 40;

    /// <summary>The look of a report: light or dark as the reader wishes, in one column on a phone.</summary>
    public const string Style =
        ":root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--paper:#fff;--card:#f4f6f8;--line:#d0d7de;--mark:#0072b2;--warn:#b04a00}" +
        "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a3adb8;--paper:#15191e;--card:#1e242b;--line:#3a424b;--mark:#4aa8e0;--warn:#f0803c}}" +
        "*{box-sizing:border-box}" +
        "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}" +
        "body{margin:0;padding:1rem .75rem 3rem;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"DejaVu Sans\",sans-serif}" +
        "header,main{max-width:62rem;margin:0 auto}" +
        "h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0;overflow-wrap:anywhere}" +
        "h2{font-size:1.2rem;margin:2.25rem 0 .75rem;padding-top:1rem;border-top:1px solid var(--line)}" +
        "h3{font-size:1rem;margin:1.25rem 0 .5rem}" +
        "p,ul{margin:.5rem 0;max-width:46rem;overflow-wrap:anywhere}" +
        "ul{padding-left:1.25rem}li{margin:.35rem 0}" +
        ".soft{color:var(--soft)}" +
        ".warn{border-left:4px solid var(--warn);padding:.1rem .75rem}" +
        ".cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(10rem,45%),1fr));gap:.6rem;margin:1rem 0}" +
        ".cards div{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}" +
        ".cards dt{font-size:.85rem;color:var(--soft)}" +
        ".cards dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}" +
        ".charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1.25rem;align-items:start}" +
        ".charts>*{min-width:0;margin:0}.charts svg{width:100%;max-width:30rem!important}" +
        ".pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(6rem,1fr));gap:1rem .75rem;margin:1rem 0}" +
        "figure{margin:0;min-width:0}figure svg{display:block;width:100%;max-width:7.5rem;height:auto;border:1px solid var(--line)}" +
        "figcaption{font-size:.85rem;line-height:1.35;margin-top:.25rem;overflow-wrap:anywhere}figcaption span{display:block;color:var(--soft)}" +
        ".wide{overflow-x:auto;margin:.25rem 0 .75rem}" +
        "table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}" +
        "th,td{padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}" +
        "th+th,th+td,td+td{padding-left:.6rem}" +
        "thead th{white-space:nowrap}tbody th{font-weight:500}tfoot th,tfoot td{font-weight:600}" +
        "th.n,td.n{text-align:right;white-space:nowrap}" +
        ".keys{width:100%;max-width:46rem;table-layout:fixed}.keys th{width:38%;color:var(--soft);overflow-wrap:anywhere}.keys td{overflow-wrap:anywhere}" +
        "code,pre{font:.85rem/1.5 ui-monospace,\"SF Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",monospace}" +
        "pre{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.75rem;overflow-x:auto}" +
        "summary{cursor:pointer;color:var(--mark);padding:.25rem 0}" +
        ":focus-visible{outline:2px solid var(--mark);outline-offset:2px}" +
        "@media(max-width:30rem){table{font-size:.85rem}th,td{padding-right:.3rem}th+th,th+td,td+td{padding-left:.3rem}}" +
        "@media print{body{padding:0}.wide,pre{overflow:visible;white-space:pre-wrap}section{break-inside:avoid-page}}";

    /// <summary>A part with its heading.</summary>
    public static Markup Section(string title, params Markup[] inner) => Markup.Element("section", [Markup.Element("h2", title), .. inner]);

    /// <summary>A paragraph.</summary>
    public static Markup Paragraph(string words) => Markup.Element("p", words);

    /// <summary>A paragraph of what is good to know.</summary>
    public static Markup Remark(string words) => Markup.Of("p", "soft", words);

    /// <summary>Charts side by side where there is room.</summary>
    public static Markup Charts(params Markup[] charts) => Markup.Of("div", "charts", charts);

    /// <summary>A chart.</summary>
    public static Markup Picture(Chart chart, string id) => Markup.Ready(Svg.Of(chart, id, ChartWidth, hasStyle: false).Text);

    /// <summary>A table that moves under the finger where it is wider than the page.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="heads">The heads of its columns; the first column names the rows.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="words">How many columns are words, from the left; the others are numbers.</param>
    /// <param name="last">Rows below all others that sum them up.</param>
    public static Markup Table(string title, string[] heads, IEnumerable<string[]> rows, int words = 1, params string[][] last) => Markup.Element(
        "div",
        Remark(title),
        Markup.With(
            "div",
            [("class", "wide"), ("role", "region"), ("aria-label", title), ("tabindex", "0")],
            Markup.Element(
                "table",
                Markup.Element("thead", Markup.Element("tr", [.. heads.Select((head, column) => Markup.With("th", Look("col", column, words), head))])),
                Markup.Element("tbody", Rows(rows, words)),
                last.Length == 0 ? Markup.Nothing : Markup.Element("tfoot", Rows(last, words)))));

    /// <summary>Names, each with what it stands for.</summary>
    public static Markup Keys(IEnumerable<(string Name, Markup Value)> rows) => Markup.Of(
        "table",
        "keys",
        Markup.Element("tbody", Markup.Lines(rows.Select(row => Markup.Element("tr", Markup.With("th", [("scope", "row")], Breakable(row.Name)), Markup.Element("td", row.Value))))));

    /// <summary>A name that is not too long for a page.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}…";

    /// <summary>A path that a line may end in behind each dot.</summary>
    private static Markup Breakable(string path) => Markup.All(path.Split('.').SelectMany((part, place) => place == 0 ? new Markup[] { part } : [".", Markup.Bare("wbr"), part]));

    private static Markup Rows(IEnumerable<string[]> rows, int words) => Markup.Lines(rows.Select(row => Markup.Element(
        "tr",
        [.. row.Select((cell, column) => column == 0 ? Markup.With("th", Look("row", column, words), cell) : column < words ? Markup.Element("td", cell) : Markup.Of("td", "n", cell))])));

    private static (string Name, string Value)[] Look(string scope, int column, int words) => column < words ? [("scope", scope)] : [("scope", scope), ("class", "n")];
}
