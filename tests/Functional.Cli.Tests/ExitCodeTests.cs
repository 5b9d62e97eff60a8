namespace Functional.Cli.Tests;

using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Xunit;

public sealed class ExitCodeTests
{
    [Fact]
    public void Every_code_has_its_meaning_in_the_table_in_the_help_and_in_the_readme()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (int)field.GetRawConstantValue()!);
        Assert.Equal(codes, ExitCode.Table.Select(row => row.Code));
        var help = string.Join(' ', Command.Run("--help").Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Readme", "README.md"));
        Assert.All(ExitCode.Table, row => Assert.Contains($"{row.Code} {row.Meaning}", help, StringComparison.Ordinal));
        Assert.Contains($"|---|---|\n{string.Concat(ExitCode.Table.Select(row => $"| {row.Code} | {row.Meaning} |\n"))}", readme, StringComparison.Ordinal);
    }
}
