namespace Functional.Surface.Tests;

/// <summary>A call that must not have ended as it did.</summary>
internal sealed record Finding(ulong Seed, string Member, string Reason, string Call, string Trace)
{
    public override string ToString() => $"{Member}\n    {Reason}\n    call: {Call}\n    again: {Fuzzer.SeedVariable}={Seed} dotnet test tests/Functional.Surface.Tests --filter Every_fault_of_a_public_member\n{Trace}";
}
