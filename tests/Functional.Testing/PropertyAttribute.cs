namespace FsCheck.Xunit;

using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using FsCheck;
using FsCheck.Fluent;
using global::Xunit;
using global::Xunit.Abstractions;
using global::Xunit.Sdk;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

/// <summary>
/// A property: a test method whose arguments FsCheck generates, and shrinks where the test fails. Names and meanings are those of the
/// package FsCheck.Xunit, so that moving to it is a package reference and the removal of this file.
/// </summary>
/// <remarks>
/// Other than there, a property without <see cref="Replay"/> runs with a fixed seed, made from the test's full name: the same cases
/// everywhere, every time. Where the environment variable FUNCTIONAL_FRESH_SEED holds a number, the property runs a second time with
/// that seed.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", "Functional.Testing")]
public sealed class PropertyAttribute : FactAttribute
{
    /// <summary>How many cases must pass.</summary>
    public int MaxTest { get; set; } = 100;

    /// <summary>How many cases may be rejected by a condition, in all.</summary>
    public int MaxRejected { get; set; } = 1000;

    /// <summary>The size that the first case is generated with.</summary>
    public int StartSize { get; set; } = 1;

    /// <summary>The size that the last case is generated with.</summary>
    public int EndSize { get; set; } = 100;

    /// <summary>"seed,gamma" to run the cases of that seed, or "seed,gamma,size" to run the one case that a failure tells; null for the fixed seed.</summary>
    public string? Replay { get; set; }

    /// <summary>Types whose public static members of type <see cref="Arbitrary{T}"/> generate the arguments.</summary>
    public Type[] Arbitrary { get; set; } = [];

    /// <summary>How many cases are tried at the same time; one after the other where it is 1 or less.</summary>
    public int Parallelism { get; set; } = -1;

    /// <summary>Whether the test's output tells every case.</summary>
    public bool Verbose { get; set; }

    /// <summary>Whether a test that passes says nothing.</summary>
    public bool QuietOnSuccess { get; set; }
}

/// <summary>A property does not hold, or too few of its cases met its condition.</summary>
public sealed class PropertyFailedException : Exception
{
    /// <summary>A failure without words.</summary>
    public PropertyFailedException()
    {
    }

    /// <summary>A failure with the counterexample in words.</summary>
    /// <param name="message">The counterexample.</param>
    public PropertyFailedException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with the counterexample in words.</summary>
    /// <param name="message">The counterexample.</param>
    /// <param name="inner">What the test threw, if it did.</param>
    public PropertyFailedException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}

/// <summary>Finds the test of a method with a <see cref="PropertyAttribute"/>.</summary>
public sealed class PropertyDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new PropertyTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}

/// <summary>A property as a test. All that it needs to be serialised is its method, whose attribute is read when it runs.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills in the rest.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer.", error: true)]
    public PropertyTestCase()
    {
    }

    /// <summary>A property.</summary>
    /// <param name="messages">Takes diagnostic messages.</param>
    /// <param name="display">How methods are named.</param>
    /// <param name="displayOptions">How methods are named.</param>
    /// <param name="method">The method.</param>
    public PropertyTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(messages, display, displayOptions, method)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
        new CaseRunner(this, DisplayName, SkipReason, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        factAttribute.GetNamedArgument<string>(nameof(FactAttribute.DisplayName)) ?? BaseDisplayName;

    private sealed class CaseRunner(
        PropertyTestCase test, string name, string skip, object[] constructor, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCaseRunner(test, name, skip, constructor, new object[test.Method.GetParameters().Count()], bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test,
            IMessageBus messageBus,
            Type testClass,
            object[] constructorArguments,
            MethodInfo testMethod,
            object[] testMethodArguments,
            string skipReason,
            IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
            ExceptionAggregator aggregator,
            CancellationTokenSource cancellationTokenSource) =>
            new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class Runner(
        ITest test,
        IMessageBus bus,
        Type type,
        object[] constructor,
        MethodInfo method,
        object[] arguments,
        string skip,
        IReadOnlyList<BeforeAfterTestAttribute> attributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestRunner(test, bus, type, constructor, method, arguments, skip, attributes, aggregator, cancellation)
    {
        private readonly StringBuilder output = new();

        protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
        {
            var (time, own) = await base.InvokeTestAsync(aggregator);
            return Tuple.Create(time, own + output);
        }

        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
            new Invoker(Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource, output).RunAsync();
    }

    private sealed class Invoker(
        ITest test,
        IMessageBus bus,
        Type type,
        object[] constructor,
        MethodInfo method,
        object[] arguments,
        IReadOnlyList<BeforeAfterTestAttribute> attributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellation,
        StringBuilder output)
        : XunitTestInvoker(test, bus, type, constructor, method, arguments, attributes, aggregator, cancellation)
    {
        protected override object? CallTestMethod(object? testClassInstance)
        {
            // FsCheck waits for a method that returns a task; its continuations must not wait for this thread.
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                PropertyCheck.Run(TestMethod, testClassInstance, output);
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(context);
            }

            return null;
        }
    }
}

/// <summary>Runs a property with its seeds and tells how it went.</summary>
public static class PropertyCheck
{
    /// <summary>The environment variable with the seed of a second run.</summary>
    public const string FreshSeedVariable = "FUNCTIONAL_FRESH_SEED";

    /// <summary>Checks a property with the seeds that its attribute and the environment tell.</summary>
    /// <param name="method">A method with a <see cref="PropertyAttribute"/>.</param>
    /// <param name="instance">The object that it is called on; null where it is static.</param>
    /// <param name="output">Takes what a person may want to read.</param>
    /// <exception cref="PropertyFailedException">The property does not hold.</exception>
    public static void Run(MethodInfo method, object? instance, StringBuilder output) => Run(
        method, instance, method.GetCustomAttribute<PropertyAttribute>() ?? new PropertyAttribute(), output, Environment.GetEnvironmentVariable(FreshSeedVariable));

    /// <summary>Checks a property.</summary>
    /// <param name="method">A method whose arguments can be generated.</param>
    /// <param name="instance">The object that it is called on; null where it is static.</param>
    /// <param name="property">The settings.</param>
    /// <param name="output">Takes what a person may want to read.</param>
    /// <param name="freshSeed">The seed of a second run, a number; there is none where it is null or empty.</param>
    /// <exception cref="PropertyFailedException">The property does not hold.</exception>
    /// <exception cref="FormatException">A seed is not a number.</exception>
    public static void Run(MethodInfo method, object? instance, PropertyAttribute property, StringBuilder output, string? freshSeed = null)
    {
        if (property.Replay is { } replay)
        {
            Run(method, instance, property, Parse(replay), output);
            return;
        }

        Run(method, instance, property, new Replay(new Rnd(SeedOf($"{method.ReflectedType?.FullName}.{method.Name}")), FSharpOption<int>.None), output);
        if (freshSeed is { Length: > 0 })
        {
            Run(method, instance, property, new Replay(new Rnd(Number(freshSeed, FreshSeedVariable)), FSharpOption<int>.None), output);
        }
    }

    /// <summary>The fixed seed of a test: the first 64 bits of its full name's SHA-256.</summary>
    /// <param name="name">Namespace, class and method, joined by dots.</param>
    public static ulong SeedOf(string name) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    private static void Run(MethodInfo method, object? instance, PropertyAttribute property, Replay replay, StringBuilder output)
    {
        var runner = new Runner(property, output);
        var config = Config.Quick
            .WithName(method.Name)
            .WithMaxTest(property.MaxTest)
            .WithMaxRejected(property.MaxRejected)
            .WithStartSize(property.StartSize)
            .WithEndSize(property.EndSize)
            .WithArbitrary<Type>(property.Arbitrary)
            .WithParallelRunConfig(property.Parallelism > 1 ? FSharpOption<ParallelRunConfig>.Some(new ParallelRunConfig(property.Parallelism)) : FSharpOption<ParallelRunConfig>.None)
            .WithReplay(FSharpOption<Replay>.Some(replay))
            .WithRunner(runner);
        Check.Method(config, method, instance is null ? FSharpOption<object>.None : FSharpOption<object>.Some(instance));

        // Not thrown from within FsCheck, which would wrap it.
        if (runner.Failure is { } failure)
        {
            throw failure;
        }
    }

    private static Replay Parse(string replay) => replay.Trim('(', ')').Split(',') switch
    {
        [var seed, var gamma] => new(new Rnd(Number(seed, replay), Number(gamma, replay)), FSharpOption<int>.None),
        [var seed, var gamma, var size] => new(new Rnd(Number(seed, replay), Number(gamma, replay)), FSharpOption<int>.Some((int)Number(size, replay))),
        _ => throw new FormatException($"\"{replay}\" is not \"seed,gamma\" or \"seed,gamma,size\"."),
    };

    private static ulong Number(string text, string from) => ulong.TryParse(text, NumberStyles.None | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"\"{text}\" in {from} is not a whole number from 0 to 2⁶⁴ − 1.");

    private sealed class Runner(PropertyAttribute property, StringBuilder output) : IRunner
    {
        public PropertyFailedException? Failure { get; private set; }

        public void OnStartFixture(Type t)
        {
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
            if (property.Verbose)
            {
                output.AppendLine($"{ntest}: {Show(args)}");
            }
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
            if (property.Verbose)
            {
                output.AppendLine($"shrunk: {Show(args)}");
            }
        }

        public void OnFinished(string name, TestResult testResult)
        {
            switch (testResult)
            {
                case TestResult.Passed passed when !property.QuietOnSuccess:
                    output.AppendLine($"Passed {passed.Item1.NumberOfTests} cases.");
                    foreach (var (percent, labels) in passed.Item1.Stamps)
                    {
                        output.AppendLine($"{percent}% {string.Join(", ", labels)}");
                    }

                    break;
                case TestResult.Exhausted exhausted:
                    Failure = new PropertyFailedException($"{name} was given up: only {exhausted.Item.NumberOfTests} of {property.MaxTest} cases met the condition before {property.MaxRejected} did not.");
                    break;
                case TestResult.Failed failed:
                    var thrown = Unwrapped((failed.Item4 as Outcome.Failed)?.Item);
                    Failure = new PropertyFailedException(Describe(name, failed, thrown), thrown);
                    break;
            }
        }

        /// <summary>What the test itself threw; null where it returned false, which FsCheck reports as an exception that says no more.</summary>
        private static Exception? Unwrapped(Exception? thrown) => thrown switch
        {
            TargetInvocationException { InnerException: { } inner } => Unwrapped(inner),
            AggregateException { InnerExceptions: [var inner] } => Unwrapped(inner),
            { Message: "Expected true, got false." } => null,
            _ => thrown,
        };

        private static string Describe(string name, TestResult.Failed failed, Exception? thrown)
        {
            var (data, original, shrunk, last, size) = (failed.Item1, failed.Item2, failed.Item3, failed.Item6, failed.Item7);
            var labels = data.Labels.IsEmpty ? string.Empty : $"{string.Join('\n', data.Labels)}\n";
            return $"{name} is false. Case {data.NumberOfTests} is a counterexample, shrunk {data.NumberOfShrinks} times.\n"
                + $"Shrunk:   {Show(shrunk)}\n"
                + $"Original: {Show(original)}\n"
                + labels
                + (thrown is null ? string.Empty : $"{thrown.Message}\n")
                + $"To run this case again: [Property(Replay = \"{last.Seed},{last.Gamma},{size}\")]";
        }

        private static string Show(IEnumerable<object> arguments) => string.Join(", ", arguments.Select(Show));

        private static string Show(object? value) => value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            IEnumerable list when list.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType == typeof(object) || list is Array =>
                $"[{string.Join(", ", list.Cast<object?>().Select(Show))}]",
            _ => value.ToString() ?? string.Empty,
        };
    }
}
