namespace Functional.Benchmarks.Workloads;

/// <summary>What precisions are called: by options, by NumPy, in names of files.</summary>
internal static class PrecisionNames
{
    extension(Precision precision)
    {
        /// <summary>As options and results say it.</summary>
        public string Name => precision == Precision.Single ? "single" : "double";

        /// <summary>As NumPy says it.</summary>
        public string NumPyName => precision == Precision.Single ? "float32" : "float64";

        /// <summary>The ending of files with numbers of this precision.</summary>
        public string FileEnding => precision == Precision.Single ? "f32" : "f64";

        /// <summary>The largest relative difference between losses that rounding alone explains.</summary>
        public double Tolerance => precision == Precision.Single ? 1e-3 : 1e-9;
    }

    /// <summary>The precision that options call so, or null.</summary>
    public static Precision? Parse(string name) => name switch
    {
        "single" => Precision.Single,
        "double" => Precision.Double,
        _ => null,
    };
}
