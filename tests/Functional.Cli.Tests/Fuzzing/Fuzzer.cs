namespace Functional.Cli.Tests.Fuzzing;

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
    /// <summary>The environment variable with the number of calls.</summary>
    public const string CallsVariable = "FUNCTIONAL_FUZZ";

    /// <summary>The environment variable with the seed of a single call to look at.</summary>
    public const string SeedVariable = "FUNCTIONAL_FUZZ_SEED";

    /// <summary>How many entries of an endless result are looked at.</summary>
    private const int Entries = 4;
    private const int StackSize = 1 << 20;

    private readonly Surface surface;
    private readonly TimeSpan patience;
    private readonly IReadOnlyList<Member> own;
    private readonly IReadOnlyList<Member> compilers;
    private readonly Producers producers;

    public Fuzzer(Surface surface, TimeSpan patience)
    {
        (this.surface, this.patience) = (surface, patience);
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
        var number = -1L;
        var current = 0UL;
        var began = Environment.TickCount64;
        var isStopped = false;
        Exception? failure = null;
        var worker = new Thread(
            () =>
            {
                try
                {
                    All();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            StackSize)
        { IsBackground = true, Name = "fuzzing" };
        worker.Start();
        while (!worker.Join(TimeSpan.FromMilliseconds(20)))
        {
            if (Environment.TickCount64 - Volatile.Read(ref began) > patience.TotalMilliseconds && Volatile.Read(ref number) >= 0)
            {
                // The thread cannot be ended from outside; it ends with the process, or when the call does.
                Volatile.Write(ref isStopped, true);
                var late = Volatile.Read(ref current);
                report.Add(new Judged(Chosen(new Draw(late)), Outcome.Broken, new(late, Chosen(new Draw(late)).Name, $"did not end within {patience.TotalSeconds} s", Told(late), string.Empty)), patience);
                break;
            }
        }

        return failure is null ? report : throw new InvalidOperationException($"The fuzzer itself failed at {SeedVariable}={current}.", failure);

        void All()
        {
            for (var call = 0L; call < calls && report.Findings.Count < most && !Volatile.Read(ref isStopped); call++)
            {
                Volatile.Write(ref current, key.Bits64(call));
                Volatile.Write(ref began, Environment.TickCount64);
                Volatile.Write(ref number, call);
                var start = Stopwatch.GetTimestamp();
                var judged = Call(current);
                report.Add(judged, Stopwatch.GetElapsedTime(start));
            }
        }
    }

    /// <summary>Makes the call of a seed.</summary>
    public Judged Call(ulong seed)
    {
        var draw = new Draw(seed);
        var member = Chosen(draw);
        using var scratch = new Scratch();
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
            return isNaN && making.IsModerate && making.IsTame && !Documentation.TellsOfNaN(member)
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
        using var scratch = new Scratch();
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

    private static string Shortened(string trace) => string.Join('\n', trace.Split('\n').Where(line => !line.Contains("Functional.Cli.Tests", StringComparison.Ordinal)).Take(12));

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
}
