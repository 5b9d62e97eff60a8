namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

/// <summary>A row of a table, in no culture.</summary>
internal static class Row
{
    /// <summary>The texts of the cells.</summary>
    public static IReadOnlyList<string> Of(params FormattableString[] cells) => [.. cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture))];
}
