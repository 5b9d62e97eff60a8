namespace Functional.Surface.Tests;

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

/// <summary>What became of many calls.</summary>
internal sealed class Report(PublicMembers surface)
{
    private readonly ConcurrentDictionary<(System.Reflection.Module Module, int Token), long[]> counts = new();
    private readonly ConcurrentDictionary<string, TimeSpan> times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Finding> findings = new(StringComparer.Ordinal);

    /// <summary>The first finding of each member and kind.</summary>
    public IReadOnlyCollection<Finding> Findings => [.. findings.Values];

    /// <summary>How many members were called and gave at least one value.</summary>
    public int Succeeded => counts.Values.Count(own => own[(int)Outcome.Value] + own[(int)Outcome.FaultAsValue] > 0);

    /// <summary>How many calls ended in a way.</summary>
    public long Count(Outcome outcome) => counts.Values.Sum(own => own[(int)outcome]);

    /// <summary>How many calls there were.</summary>
    public long Total => Enum.GetValues<Outcome>().Sum(Count);

    /// <summary>Takes a call in.</summary>
    public void Add(Judged judged, TimeSpan time)
    {
        times.AddOrUpdate(judged.Member.Name, time, (_, before) => before + time);
        var own = counts.GetOrAdd(judged.Member.Definition, _ => new long[Enum.GetValues<Outcome>().Length]);
        own[(int)judged.Outcome]++;
        if (judged.Finding is { } finding)
        {
            findings.TryAdd($"{finding.Member}: {finding.Reason}", finding);
        }
    }

    /// <summary>The members that never gave a value.</summary>
    public IEnumerable<string> Fruitless() => surface.Members.GroupBy(member => member.Definition)
        .Where(group => counts.GetValueOrDefault(group.Key) is not { } own || own[(int)Outcome.Value] + own[(int)Outcome.FaultAsValue] == 0)
        .Select(group => $"{group.First().Name}: {(counts.GetValueOrDefault(group.Key) is { } own ? string.Join(", ", own.Select((count, outcome) => (count, outcome)).Where(pair => pair.count > 0).Select(pair => $"{(Outcome)pair.outcome} {pair.count}")) : "not called")}");

    /// <summary>The members that threw what their comments do not tell.</summary>
    public IEnumerable<string> Untold() => surface.Members.GroupBy(member => member.Definition)
        .Where(group => counts.GetValueOrDefault(group.Key) is { } own && own[(int)Outcome.Untold] > 0).Select(group => group.First().Name);

    /// <summary>What a person wants to read.</summary>
    public string Text(bool isLong)
    {
        var text = new StringBuilder();
        var calls = Total;
        var members = surface.Members.Select(member => member.Definition).Distinct().ToList();
        var skipped = surface.Skipped.GroupBy(skip => (skip.Method.Module, skip.Method.MetadataToken)).Where(group => !members.Contains(group.Key)).Select(group => group.First()).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{calls} calls of {counts.Count} members out of {members.Count}; {Succeeded} of them gave a value at least once. {skipped.Count} more are not called.\n");
        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            text.Append(CultureInfo.InvariantCulture, $"    {outcome,-14}{Count(outcome),10} {(double)Count(outcome) / Math.Max(1, calls):P1}\n");
        }

        foreach (var group in skipped.GroupBy(skip => skip.Reason).OrderByDescending(group => group.Count()))
        {
            text.Append(CultureInfo.InvariantCulture, $"not called, {group.Key}: {group.Count()}\n");
            foreach (var (method, _) in isLong ? group : Enumerable.Empty<(System.Reflection.MethodBase Method, string Reason)>())
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Readable.Of(method.DeclaringType!)}.{method.Name}\n");
            }
        }

        if (isLong)
        {
            text.Append(CultureInfo.InvariantCulture, $"never gave a value:\n    {string.Join("\n    ", Fruitless())}\nthrew an ArgumentException that the comment does not tell:\n    {string.Join("\n    ", Untold())}\n");
        }

        if (isLong)
        {
            text.Append(CultureInfo.InvariantCulture, $"took longest, of {times.Values.Sum(time => time.TotalSeconds):F1} s:\n    {string.Join("\n    ", times.OrderByDescending(pair => pair.Value).Take(30).Select(pair => $"{pair.Value.TotalMilliseconds,8:F0} ms {pair.Key}"))}\n");
        }

        foreach (var finding in Findings.OrderBy(finding => finding.Member, StringComparer.Ordinal))
        {
            text.Append('\n').Append(finding).Append('\n');
        }

        return text.ToString();
    }
}
