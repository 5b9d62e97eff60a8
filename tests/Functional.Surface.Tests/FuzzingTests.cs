namespace Functional.Surface.Tests;

using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit;
using Xunit.Abstractions;

/// <summary>Whatever a program calls, a fault is a documented exception or a value.</summary>
public sealed class FuzzingTests(ITestOutputHelper output)
{
    private const ulong Seed = 7;

    /// <summary>Much more than any call needs, on a machine that is busy with other things, too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Every_fault_of_a_public_member_is_a_documented_exception_or_a_value()
    {
        var run = PublicRun.Once;
        if (Environment.GetEnvironmentVariable(Fuzzer.SeedVariable) is { Length: > 0 } one)
        {
            var seed = ulong.Parse(one, CultureInfo.InvariantCulture);
            var judged = run.Fuzzer.Call(seed);
            output.WriteLine($"{run.Fuzzer.Told(seed)}\n{judged.Outcome}");
            Assert.True(judged.Finding is null, judged.Finding?.ToString());
            return;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"set up in {run.SetUp.TotalSeconds:F1} s"));
        foreach (var report in run.Reports)
        {
            output.WriteLine(report.Text(PublicRun.IsLong));
        }

        Assert.All(run.Reports, report =>
        {
            Assert.True(report.Findings.Count == 0, string.Join("\n\n", report.Findings));

            // A fuzzer whose calls all fail at the first argument proves nothing.
            Assert.True(2 * (report.Count(Outcome.Value) + report.Count(Outcome.FaultAsValue)) > report.Total, "Less than half of the calls gave a value.");
        });
    }

    [Fact]
    public void No_call_changes_what_all_code_shares() => Assert.Empty(PublicRun.Once.Changed);

    [Fact]
    public void No_call_writes_anywhere_but_where_it_was_told() => Assert.Empty(PublicRun.Once.Strays);

    [Fact]
    public void A_training_comes_to_the_same_bits_before_all_calls_and_after_them()
    {
        Assert.Equal(PublicRun.Once.Before, PublicRun.Once.After, StringComparer.Ordinal);
        Assert.Equal(64, PublicRun.Once.Before.Length);
    }

    [Fact]
    public void What_changes_a_shared_value_is_noticed()
    {
        var surface = Of(typeof(Forgetful));
        var before = SharedValues.Of(surface);
        Assert.Empty(SharedValues.Changed(before, SharedValues.Of(surface)));
        _ = new Fuzzer(surface, Patience).Run(Seed, 50);
        Assert.Contains("Calls", Assert.Single(SharedValues.Changed(before, SharedValues.Of(surface))), StringComparison.Ordinal);
    }

    [Fact]
    public void Initialisers_are_called_on_values_that_nobody_shares()
    {
        var surface = Of(typeof(Handed));
        var before = SharedValues.Of(surface);
        var report = new Fuzzer(surface, Patience).Run(Seed, 400);
        Assert.Empty(report.Findings);
        Assert.DoesNotContain(report.Fruitless(), member => member.Contains("set_Number", StringComparison.Ordinal));
        Assert.Empty(SharedValues.Changed(before, SharedValues.Of(surface)));
        Assert.Equal(7, Handed.Usual.Number);
    }

    [Fact]
    public void A_seed_gives_the_same_call_again()
    {
        var surface = Of(typeof(Sound));
        var (one, other) = (new Fuzzer(surface, Patience), new Fuzzer(surface, Patience));
        for (var seed = 0UL; seed < 50; seed++)
        {
            Assert.Equal(one.Told(seed), other.Told(seed), StringComparer.Ordinal);
            Assert.Equal(one.Call(seed).Outcome, other.Call(seed).Outcome);
            Assert.Equal(PublicRun.Once.Fuzzer.Told(seed), PublicRun.Once.Fuzzer.Told(seed), StringComparer.Ordinal);
        }
    }

    [Theory]
    [InlineData(nameof(Faulty.ReadsBeyondTheEnd), "IndexOutOfRangeException")]
    [InlineData(nameof(Faulty.ReadsOfNull), "NullReferenceException")]
    [InlineData(nameof(Faulty.DividesByZero), "DivideByZeroException")]
    [InlineData(nameof(Faulty.Casts), "InvalidCastException")]
    [InlineData(nameof(Faulty.ThrowsWhatIsNotDocumented), "FormatException is not documented")]
    [InlineData(nameof(Faulty.AsksForTooMuch), "OutOfMemoryException")]
    [InlineData(nameof(Faulty.GivesNaN), "gives NaN")]
    [InlineData(nameof(Faulty.GivesNaNLater), "gives NaN")]
    [InlineData(nameof(Faulty.FailsLater), "InvalidOperationException")]
    [InlineData("ScaledFaulty", "IndexOutOfRangeException")]
    public void The_fuzzer_rejects_what_is_faulty(string member, string reason)
    {
        var report = new Fuzzer(Of(typeof(Faulty), member), Patience).Run(Seed, 400, most: 1);
        var finding = Assert.Single(report.Findings);
        Assert.Contains(member, finding.Member, StringComparison.Ordinal);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
        Assert.Contains(member, finding.Call, StringComparison.Ordinal);
        Assert.Equal(finding, new Fuzzer(Of(typeof(Faulty), member), Patience).Call(finding.Seed).Finding! with { Trace = finding.Trace });
    }

    [Fact]
    public void The_fuzzer_rejects_a_call_without_end()
    {
        try
        {
            var finding = Assert.Single(new Fuzzer(Of(typeof(Faulty), nameof(Faulty.Waits)), TimeSpan.FromSeconds(0.2)).Run(Seed, 10).Findings);
            Assert.Contains("did not end", finding.Reason, StringComparison.Ordinal);
        }
        finally
        {
            Faulty.Release();
        }
    }

    [Fact]
    public void The_fuzzer_rejects_what_goes_wrong_while_an_argument_is_made()
    {
        var finding = Assert.Single(new Fuzzer(new PublicMembers([typeof(Faulty.Part), typeof(Faulty.Whole)], member => member.Declaring == typeof(Faulty.Whole) && member.IsCompilers ? "equality" : null), Patience)
            .Run(Seed, 200).Findings);
        Assert.Contains("Part", finding.Member, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fuzzer_accepts_what_is_documented()
    {
        var report = new Fuzzer(Of(typeof(Sound)), Patience).Run(Seed, 3000);
        Assert.Empty(report.Findings);
        Assert.NotEqual(0, report.Count(Outcome.Value));
        Assert.NotEqual(0, report.Count(Outcome.FaultAsValue));
        Assert.NotEqual(0, report.Count(Outcome.Documented));
        Assert.NotEqual(0, report.Count(Outcome.HandedOn));
        Assert.Equal(0, report.Count(Outcome.Untold));
    }

    [Fact]
    public void What_cannot_be_called_is_listed_with_its_reason()
    {
        var surface = Of(typeof(Uncallable));
        _ = new Fuzzer(surface, Patience);
        Assert.DoesNotContain(surface.Members, member => !member.IsCompilers && member.Method is MethodInfo);
        Assert.Equal(
            ["gives a reference to a variable", "nothing gives a IDisposable", "takes a TypedReference, which lives on the stack only"],
            surface.Skipped.Where(skip => skip.Method is MethodInfo).Select(skip => skip.Reason).Order(StringComparer.Ordinal));
    }

    private static PublicMembers Of(Type type, string? only = null) => new(
        [type], member => only is not null && !string.Equals(member.Method.Name, only, StringComparison.Ordinal) ? "another one" : null);
}
