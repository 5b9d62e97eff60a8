namespace Functional.Experiments;

using System;
using System.Linq;
using Functional.Numerics;
using LanguageExt;

/// <summary>The laboratory's settings: everything about a process that must not change a bit.</summary>
public static class LabMatrix
{
    /// <summary>All settings, the reference first.</summary>
    public static Seq<LabSetting> All { get; } = Prelude.Seq(
        new LabSetting("reference"),
        Threads(2),
        Threads(3),
        Threads(8),
        new("pure step") { Fold = LabFold.Pure, Shows = new LabEffect.Differs(LabFacts.Way) },
        new("pure step, 3 threads") { Fold = LabFold.Pure, Threads = 3, Shows = new LabEffect.Differs(LabFacts.Way) },
        Width("scalar kernels", VectorWidth.Scalar),
        Width("128-bit kernels", VectorWidth.Bits128),
        Width("256-bit kernels", VectorWidth.Bits256),
        Width("512-bit kernels", VectorWidth.Bits512),
        Variable(new LabEffect.Differs(LabFacts.Vectors), "DOTNET_EnableAVX512", "0"),
        Variable(new LabEffect.Differs(LabFacts.Vectors), "DOTNET_EnableAVX2", "0"),
        Variable(new LabEffect.Differs(LabFacts.Fma), "DOTNET_EnableAVX", "0"),
        Variable(new LabEffect.Differs(LabFacts.Fma), "DOTNET_EnableHWIntrinsic", "0"),

        // The runtime reads these as hexadecimal numbers.
        Variable(new LabEffect.Differs(LabFacts.RuntimeVectors), "DOTNET_PreferredVectorBitWidth", "80"),
        Variable(new LabEffect.Differs(LabFacts.RuntimeVectors), "DOTNET_MaxVectorTBitWidth", "80"),
        Variable(new LabEffect.Lacks(LabFacts.Code, "quick"), "DOTNET_TieredCompilation", "0"),
        Variable(new LabEffect.Has(LabFacts.Code, "instrumented"), "DOTNET_TieredPGO", "1"),
        Variable(new LabEffect.Lacks(LabFacts.Code, "OSR"), "DOTNET_TC_QuickJitForLoops", "0"),
        Variable(new LabEffect.Lacks(LabFacts.Code, "R2R"), "DOTNET_ReadyToRun", "0"),
        Variable(new LabEffect.Lacks(LabFacts.Code, "tier 1"), "DOTNET_JITMinOpts", "1"),
        Variable(new LabEffect.Differs(LabFacts.Collector), "DOTNET_gcServer", "1") with { Threads = 2 },
        Variable(new LabEffect.Differs(LabFacts.Collector), "DOTNET_gcConcurrent", "1"),
        Variable(new LabEffect.Differs(LabFacts.Collections), "DOTNET_GCgen0size", "10000") with { Fold = LabFold.Pure },
        new("numbers as in tr-TR") { Culture = "tr-TR", Shows = new LabEffect.Differs(LabFacts.Culture) },
        new("numbers as in fa-IR") { Culture = "fa-IR", Threads = 2, Shows = new LabEffect.Differs(LabFacts.Culture) },
        Language("tr_TR"),
        Language("fa_IR"),
        Variable(new LabEffect.Differs(LabFacts.Zone), "TZ", "Pacific/Kiritimati"),
        Variable(new LabEffect.Differs(LabFacts.Zone), "TZ", "America/St_Johns"),
        new("killed and resumed") { Fold = LabFold.Killed, Threads = 2, Shows = new LabEffect.Differs(LabFacts.Way) },
        new("grains on 2 processes") { Fold = LabFold.Grains, Processes = 2, Shows = new LabEffect.Differs(LabFacts.Way) },
        new("grains on 3 processes") { Fold = LabFold.Grains, Processes = 3, Shows = new LabEffect.Differs(LabFacts.Way) }).Strict();

    /// <summary>The names of all environment variables that settings set; processes inherit none of them from the laboratory's own.</summary>
    public static Seq<string> Variables { get; } =
        All.SelectMany(setting => setting.Environment.Map(own => own.Name)).Concat(["LANG", "LC_MESSAGES"]).Distinct(StringComparer.Ordinal).ToArray().ToSeq().Strict();

    /// <summary>A setting that is another build of the command.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="program">The build.</param>
    public static LabSetting Build(string name, LabProgram program) => new(name) { Program = program, Threads = 2 };

    private static LabSetting Threads(int count) => new($"{count} threads") { Threads = count, Shows = new LabEffect.Differs(LabFacts.Threads) };

    private static LabSetting Width(string name, VectorWidth width) => new(name) { Width = width, Shows = new LabEffect.Differs(LabFacts.Vectors) };

    private static LabSetting Variable(LabEffect shows, string name, string value) => new($"{name}={value}") { Environment = Prelude.Seq1((name, value)), Shows = shows };

    /// <summary>The operating system's language, with the culture's own data, which ICU has: the command itself knows the invariant culture only.</summary>
    private static LabSetting Language(string language) => new($"LC_ALL={language}, with ICU")
    {
        Environment = Prelude.Seq(("LC_ALL", $"{language}.UTF-8"), ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "0")),
        Shows = new LabEffect.Differs(LabFacts.Culture),
        MayBeMissing = true,
    };
}
