namespace Functional.Coverage.Alterations;

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>The tests of an assembly, each to be run by itself in this process.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly XunitTestFramework framework = new(new Sink(_ => { }));
    private readonly ITestFrameworkExecutor executor;

    /// <summary>Finds the tests.</summary>
    /// <param name="assembly">The assembly.</param>
    public TestRun(Assembly assembly)
    {
        var cases = new List<ITestCase>();
        using var finished = new ManualResetEventSlim();
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        discoverer.Find(includeSourceInformation: false, new Sink(message =>
        {
            switch (message)
            {
                case ITestCaseDiscoveryMessage found:
                    cases.Add(found.TestCase);
                    break;
                case IDiscoveryCompleteMessage:
                    finished.Set();
                    break;
            }
        }), new Options());
        finished.Wait();
        Cases = cases;
        executor = framework.GetExecutor(assembly.GetName());
    }

    /// <summary>All tests.</summary>
    public IReadOnlyList<ITestCase> Cases { get; }

    /// <summary>Runs a test.</summary>
    /// <param name="test">The test.</param>
    /// <param name="limit">How long is waited for it.</param>
    /// <returns>Whether it passed; null where it was still running, and goes on running.</returns>
    public bool? Passes(ITestCase test, TimeSpan limit)
    {
        var (failed, passed) = (0, 0);
        var finished = new ManualResetEventSlim();
        var sink = new Sink(message =>
        {
            switch (message)
            {
                case ITestPassed:
                    passed++;
                    break;
                case ITestFailed or IErrorMessage or ITestCleanupFailure or ITestClassCleanupFailure or ITestCollectionCleanupFailure:
                    failed++;
                    break;
                case ITestAssemblyFinished:
                    finished.Set();
                    break;
            }
        });

        // On a thread of its own: an altered test may never come to its end.
        new Thread(() => executor.RunTests([test], sink, new Options())) { IsBackground = true }.Start();
        return finished.Wait(limit) ? failed == 0 && passed > 0 : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        executor.Dispose();
        framework.Dispose();
    }

    private sealed class Sink(Action<IMessageSinkMessage> take) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            take(message);
            return true;
        }
    }

    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal) { ["xunit.execution.DisableParallelization"] = true, ["xunit.discovery.PreEnumerateTheories"] = true };

        public TValue? GetValue<TValue>(string name) => values.TryGetValue(name, out var value) ? (TValue?)value : default;

        public void SetValue<TValue>(string name, TValue value) => values[name] = value;
    }
}
