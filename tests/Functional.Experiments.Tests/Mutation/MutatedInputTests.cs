namespace Functional.Experiments.Tests.Mutation;

using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Functional.Data;
using Functional.Numerics.Randomness;
using LanguageExt;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>No input, however damaged, makes a reader throw, hang or allocate much: what is wrong comes back as a value. FUNCTIONAL_MUTANTS tells how many inputs are tried.</summary>
public sealed class MutatedInputTests(ITestOutputHelper output)
{
    private const string Variable = "FUNCTIONAL_MUTANTS";
    private const int Usual = 20_000;
    private const long MostBytes = 64L << 20;

    private static int Mutants => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Usual;

    [Fact]
    public void Good_files_are_read() => Assert.All(MutatedReader.All, reader => Assert.Contains(reader.Files, file => reader.Read(file).IsEmpty));

    [Fact]
    public void Every_mutated_input_is_read_or_refused_by_a_value()
    {
        var each = (Mutants + MutatedReader.All.Length - 1) / MutatedReader.All.Length;
        var tried = 0;
        foreach (var (reader, number) in MutatedReader.All.Select((reader, number) => (reader, number)))
        {
            var (refused, most, slowest) = (0, 0L, TimeSpan.Zero);
            for (var i = 0; i < each; i++)
            {
                var key = RandomKey.FromSeed(1).At(number).At(i);
                var input = Input(reader, new Mutator(key));
                var start = Stopwatch.GetTimestamp();
                var (isRefused, allocated) = Tried(reader, i, input);
                refused += isRefused ? 1 : 0;
                most = Math.Max(most, allocated);
                var time = Stopwatch.GetElapsedTime(start);
                slowest = time > slowest ? time : slowest;
            }

            tried += each;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reader.Name}: {each:N0} inputs, {refused:N0} refused, at most {most / 1e6:0.00} MB and {slowest.TotalMilliseconds:0} ms for one"));

            // A mutator that damages nothing, or everything, would prove nothing.
            Assert.InRange(refused, each / 4, each - 1);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried:N0} inputs in all"));
        Assert.True(tried >= Mutants);
    }

    [Fact]
    public void Readers_that_throw_or_allocate_or_tell_nothing_are_found()
    {
        var file = MutatedReader.All[0].Files[0];
        Assert.Throws<FailException>(() => Tried(new MutatedReader("throwing", [file], _ => throw new InvalidOperationException()), 0, file));
        Assert.Throws<TrueException>(() => Tried(new MutatedReader("allocating", [file], _ => new byte[MostBytes + 1000].Length > 0 ? default : default(Seq<DataFault>)), 0, file));
        Assert.ThrowsAny<XunitException>(() => Tried(new MutatedReader("silent", [file], _ => Prelude.Seq1(new DataFault("file", string.Empty, string.Empty))), 0, file));
    }

    /// <summary>Reads an input: whether it is refused, and how many bytes that took.</summary>
    private static (bool IsRefused, long Allocated) Tried(MutatedReader reader, int number, byte[] input)
    {
        Seq<DataFault> faults;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            faults = reader.Read(input);
        }
        catch (Exception thrown)
        {
            Assert.Fail($"{reader.Name}, mutant {number}: {thrown}\n{Convert.ToHexString(input)}");
            throw;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= MostBytes + input.Length, $"{reader.Name}, mutant {number}: {allocated} bytes are allocated for a file of {input.Length}.\n{Convert.ToHexString(input)}");
        foreach (var fault in faults)
        {
            Assert.True(fault.Source.Length > 0 && fault.Found.Length > 0 && fault.Expected.Length > 0 && fault.Message.Length < 2000, $"{reader.Name}, mutant {number}: {fault}");
        }

        return (!faults.IsEmpty, allocated);
    }

    private static byte[] Input(MutatedReader reader, Mutator mutator)
    {
        var file = reader.Files[mutator.Below(reader.Files.Length)];
        var other = reader.Files[mutator.Below(reader.Files.Length)];
        return reader is { Unwrapped: { } unwrap, Wrapped: { } wrap } && mutator.Below(2) == 0
            ? wrap(file, mutator.Mutated(unwrap(file), unwrap(other)))
            : mutator.Mutated(file, other);
    }
}
