namespace Functional.Surface.Tests;

using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Functional.Numerics.Randomness;
using LanguageExt;
using MathNet.Numerics.LinearAlgebra;

/// <summary>Calls members with arguments that are drawn from a seed, and judges how each call ended.</summary>
internal sealed class Fuzzer
{
    /// <summary>The environment variable with the seed of a single call to look at.</summary>
    public const string SeedVariable = "FUNCTIONAL_FUZZ_SEED";

    /// <summary>How many entries of an endless result are looked at.</summary>
    private const int Entries = 4;
    private const int StackSize = 1 << 20;

    private readonly PublicMembers surface;
    private readonly TimeSpan patience;
    private readonly string? folder;
    private readonly IReadOnlyList<Member> own;
    private readonly IReadOnlyList<Member> compilers;
    private readonly Producers producers;

    /// <summary>Finds out how values of each type can be made, and leaves out of the surface what needs one that cannot be.</summary>
    /// <param name="surface">The members.</param>
    /// <param name="patience">What takes longer counts as endless.</param>
    /// <param name="folder">Where the calls' own folders are made; among the system's temporary ones where left out.</param>
    public Fuzzer(PublicMembers surface, TimeSpan patience, string? folder = null)
    {
        (this.surface, this.patience, this.folder) = (surface, patience, folder);
        producers = new(surface.Members);
        foreach (var (member, type) in surface.Members.Select(member => (member, producers.Missing(member))).Where(pair => pair.Item2 is not null).ToList())
        {
            surface.Leave(member, $"nothing gives a {Readable.Of(type!)}");
        }

        own = [.. surface.Members.Where(member => !member.IsCompilers)];
        compilers = [.. surface.Members.Where(member => member.IsCompilers)];
    }

    /// <summary>Makes some calls; a call's seed is a function of the first seed and its number.</summary>
    /// <param name="seed">What the calls are drawn from.</param>
    /// <param name="calls">How many.</param>
    /// <param name="most">After how many findings it stops; each member counts once.</param>
    public Report Run(ulong seed, long calls, int most = 1000)
    {
        var report = new Report(surface);
        var key = RandomKey.FromSeed(seed);
        for (var next = 0L; next < calls && report.Findings.Count < most;)
        {
            next = new Stretch(this, report, key, next, calls, most).Run();
        }

        return report;
    }

    /// <summary>Makes the call of a seed.</summary>
    public Judged Call(ulong seed)
    {
        var draw = new Draw(seed);
        var member = Chosen(draw);
        using var scratch = new Scratch(folder);
        var making = new Making(draw, producers, scratch, isTold: false);
        object? instance;
        object?[] arguments;
        try
        {
            (instance, arguments, _) = making.Call(member);
        }
        catch (UnmadeException)
        {
            return new(member, Outcome.Unmade, null);
        }
        catch (BrokenException broken)
        {
            return Broken(broken.Member, broken.Message, $"{broken.InnerException}");
        }

        try
        {
            var result = member.Call(instance, arguments);
            var isFault = result is IEither { IsLeft: true } or IOptional { IsNone: true };
            using var disposable = result as IDisposable;
            var isNaN = HasNaN(Deepened(result, making));
            return isNaN && making.IsModerate && making.IsTame && !making.TellsOfNaN && !Documentation.TellsOfNaN(member) && !member.Fillings.Any(Documentation.TellsOfNaN)
                ? Broken(member, "gives NaN for finite arguments, and its comment does not say when", string.Empty)
                : new(member, isFault ? Outcome.FaultAsValue : Outcome.Value, null);
        }
        catch (UnmadeException)
        {
            return new(member, Outcome.Unmade, null);
        }
        catch (MarkerException)
        {
            return new(member, Outcome.HandedOn, null);
        }
        catch (Exception exception)
        {
            return Documentation.Allows(member, exception) is { } reason
                ? Broken(member, reason, exception.ToString())
                : new(member, Documentation.Names(member, exception) ? Outcome.Documented : Outcome.Untold, null);
        }

        Judged Broken(Member broken, string reason, string trace) => new(broken, Outcome.Broken, new(seed, broken.Name, reason, Told(seed), Shortened(trace)));
    }

    /// <summary>The call of a seed, as a person would write it.</summary>
    public string Told(ulong seed)
    {
        var draw = new Draw(seed);
        var member = Chosen(draw);
        using var scratch = new Scratch(folder);
        try
        {
            return scratch.Hidden(new Making(draw, producers, scratch, isTold: true).Call(member).Text);
        }
        catch (UnmadeException unmade)
        {
            return $"{member.Name}: {unmade.Message}";
        }
        catch (BrokenException broken)
        {
            return scratch.Hidden(broken.Text);
        }
    }

    private static string Shortened(string trace) => string.Join('\n', trace.Split('\n').Where(line => !line.Contains("Functional.Surface.Tests", StringComparison.Ordinal)).Take(12));

    /// <summary>Goes into what is only computed when it is asked for: the first entries of a stream, and a function that was given back.</summary>
    private static object? Deepened(object? result, Making making)
    {
        switch (result)
        {
            case string or Array or ICollection:
                return result;
            case Delegate function when Delegates.IsPossible(function.GetType()) && function.Method.DeclaringType?.Assembly.GetName().Name?.StartsWith("Functional.", StringComparison.Ordinal) == true:
                var arguments = function.GetType().GetMethod("Invoke")!.GetParameters().Select(parameter => making.Of(parameter.ParameterType, parameter.Name ?? "value").Value).ToArray();
                try
                {
                    return function.DynamicInvoke(arguments);
                }
                catch (System.Reflection.TargetInvocationException exception)
                {
                    System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
                    throw;
                }

            case IEnumerable several when result.GetType().IsClass:
                return several.Cast<object?>().Take(Entries).ToArray();
            default:
                return result;
        }
    }

    private static bool HasNaN(object? value) => value switch
    {
        double number => double.IsNaN(number),
        float number => float.IsNaN(number),
        double[] numbers => numbers.Any(double.IsNaN),
        float[] numbers => numbers.Any(float.IsNaN),
        Matrix<double> matrix => matrix.Enumerate().Any(double.IsNaN),
        Matrix<float> matrix => matrix.Enumerate().Any(float.IsNaN),
        Vector<double> vector => vector.Any(double.IsNaN),
        Vector<float> vector => vector.Any(float.IsNaN),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(place => HasNaN(tuple[place])),
        object?[] several => several.Any(HasNaN),
        IEnumerable<double> numbers => numbers.Take(1000).Any(double.IsNaN),
        IEnumerable<float> numbers => numbers.Take(1000).Any(float.IsNaN),
        _ => false,
    };

    private Member Chosen(Draw draw) => draw.Chance(0.95) || compilers.Count == 0 ? draw.Pick(own) : draw.Pick(compilers);

    /// <summary>Calls in a row on a thread of their own, until one does not end.</summary>
    private sealed class Stretch(Fuzzer fuzzer, Report report, RandomKey key, long first, long calls, int most)
    {
        private long number = first;
        private long began = Environment.TickCount64;
        private bool isGivenUp;
        private Exception? failure;

        /// <summary>The number of the call that comes after it.</summary>
        public long Run()
        {
            var worker = new Thread(Work, StackSize) { IsBackground = true, Name = "fuzzing" };
            worker.Start();
            while (!worker.Join(TimeSpan.FromMilliseconds(20)))
            {
                if (Environment.TickCount64 - Volatile.Read(ref began) <= fuzzer.patience.TotalMilliseconds)
                {
                    continue;
                }

                // The thread cannot be ended from outside; it ends with the process, or when the call does.
                Volatile.Write(ref isGivenUp, true);
                var (late, seed) = (Volatile.Read(ref number), key.Bits64(Volatile.Read(ref number)));
                var member = fuzzer.Chosen(new Draw(seed));
                report.Add(new Judged(member, Outcome.Broken, new(seed, member.Name, $"did not end within {fuzzer.patience.TotalSeconds} s", fuzzer.Told(seed), string.Empty)), fuzzer.patience);
                return late + 1;
            }

            return failure is null ? number : throw new InvalidOperationException($"The fuzzer itself failed at {SeedVariable}={key.Bits64(number)}.", failure);
        }

        private void Work()
        {
            try
            {
                for (; number < calls && report.Findings.Count < most && !Volatile.Read(ref isGivenUp); Volatile.Write(ref number, number + 1))
                {
                    Volatile.Write(ref began, Environment.TickCount64);
                    var start = Stopwatch.GetTimestamp();
                    var judged = fuzzer.Call(key.Bits64(number));
                    if (Volatile.Read(ref isGivenUp))
                    {
                        return;
                    }

                    report.Add(judged, Stopwatch.GetElapsedTime(start));
                }
            }
            catch (Exception exception)
            {
                failure = exception;
            }
        }
    }
}
