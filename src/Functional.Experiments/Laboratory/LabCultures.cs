namespace Functional.Experiments;

using System;
using System.Globalization;

/// <summary>Cultures that write numbers in other ways, the same on every machine: with them the laboratory needs no data of an operating system.</summary>
internal static class LabCultures
{
    /// <summary>Takes on a culture, for this thread and all that come.</summary>
    /// <param name="name">Its name, such as tr-TR.</param>
    /// <returns>Gives this thread, and all that come, the cultures back that they had before.</returns>
    public static IDisposable TakeOn(string name)
    {
        var before = new Before(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        var culture = Made(name);
        Set(new(culture, culture, culture, culture));
        return before;
    }

    /// <summary>How the current culture writes −1234.5, and what it makes of I and i.</summary>
    public static string Shown
    {
        get
        {
            var culture = CultureInfo.CurrentCulture;
            return $"{(-1234.5).ToString("N1", culture)} {"I".ToLower(culture)}{"i".ToUpper(culture)}";
        }
    }

    private static void Set(Before cultures)
    {
        CultureInfo.CurrentCulture = cultures.Own;
        CultureInfo.CurrentUICulture = cultures.Written;
        CultureInfo.DefaultThreadCurrentCulture = cultures.Threads;
        CultureInfo.DefaultThreadCurrentUICulture = cultures.WrittenByThreads;
    }

    /// <summary>The invariant culture with another one's signs for decimals, groups and negative numbers, and with commas for lists.</summary>
    private static CultureInfo Made(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        var (point, group, minus) = name switch
        {
            "fa-IR" => ("٫", "٬", "\u200E−"),
            "de-CH" => (".", "’", "-"),
            _ => (",", ".", "-"),
        };
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.PercentDecimalSeparator = point;
        culture.NumberFormat.CurrencyDecimalSeparator = point;
        culture.NumberFormat.NegativeSign = minus;
        culture.TextInfo.ListSeparator = ";";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }

    /// <summary>The cultures of a thread and of all that come.</summary>
    private sealed record Before(CultureInfo Own, CultureInfo Written, CultureInfo? Threads, CultureInfo? WrittenByThreads) : IDisposable
    {
        public void Dispose() => Set(this);
    }
}
