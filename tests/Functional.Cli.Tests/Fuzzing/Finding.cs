namespace Functional.Cli.Tests.Fuzzing;

/// <summary>A call that must not have ended as it did.</summary>
internal sealed record Finding(ulong Seed, string Member, string Reason, string Call, string Trace)
{
    public override string ToString() => $"{Member}\n    {Reason}\n    call: {Call}\n    seed: {Fuzzer.SeedVariable}={Seed}\n{Trace}";
}
