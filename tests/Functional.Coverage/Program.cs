namespace Functional.Coverage;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Functional.Coverage.Alterations;
using Functional.Coverage.Lines;

/// <summary>The process.</summary>
internal static class Program
{
    private const string AsBuilt = "--no-build";

    private const string Help = """
        Measures what the tests cover.

            lines [PROJECT ...]         line and branch coverage of each project by all tests, or by those of some projects,
                                        and the public members of Numerics and Networks that no test executes
            alter [PART [PROJECT ...]]  alters the result and arguments of each public member of Numerics and Networks in turn (of those
                                        whose names contain PART) and tells which alterations no test notices (none of some projects')

        Random calls hold members to little, so the tests of Functional.Surface run only where they are named.
        --no-build takes the tests as they were built before. Ends with 0 where nothing is left, with 1 where something is.
        """;

    public static int Main(string[] args)
    {
        var repository = Repository.Find(builds: !args.Contains(AsBuilt, StringComparer.Ordinal));
        args = [.. args.Where(argument => argument is not AsBuilt)];
        switch (args)
        {
            case [] or ["lines", ..]:
                return new Measurement(repository).Run(args.Length > 1 ? args[1..] : Repository.Projects) ? 0 : 1;
            case ["alter", ..]:
                return new Experiment(repository).Run(args.Length > 2 ? args[2..] : ["Functional.Numerics", "Functional.Networks", "Functional.Verification"], args.Length > 1 ? args[1] : string.Empty) ? 0 : 1;
            case ["try", var tests, var records, var how, var isFromTheStart, var list]:
                var places = File.ReadLines(list).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
                var code = Trial.Run(tests, records, Enum.Parse<Alteration>(how), bool.Parse(isFromTheStart), places);
                Console.Out.Flush();
                Environment.Exit(code);
                return code;
            default:
                Console.WriteLine(Help);
                return 2;
        }
    }
}
