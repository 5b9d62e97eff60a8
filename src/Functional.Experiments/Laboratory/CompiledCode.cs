namespace Functional.Experiments;

using System;
using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Linq;

/// <summary>Listens to which kinds of code the runtime makes and uses from here on: what a switch of the compiler really does shows there.</summary>
internal sealed class CompiledCode : EventListener
{
    private const string Source = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Compilation = (EventKeywords)0x10;
    private const EventKeywords Precompiled = (EventKeywords)0x2000000000;
    private const int MethodLoaded = 143;
    private const int PrecompiledFound = 159;
    private const string FlagsName = "MethodFlags";
    private const int TierShift = 7;
    private const int TierMask = 7;

    /// <summary>The runtime's tiers by their numbers; the first one is unknown, such as a stub.</summary>
    private static readonly string[] Tiers = [string.Empty, "unoptimised", "optimised", "quick", "tier 1", "OSR", "instrumented", "instrumented"];

    private static readonly string[] Order = ["R2R", "unoptimised", "quick", "instrumented", "OSR", "optimised", "tier 1"];

    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);

    /// <summary>The kinds that were seen, with commas.</summary>
    public string Kinds => string.Join(", ", Order.Where(seen.ContainsKey));

    /// <inheritdoc/>
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (string.Equals(eventSource.Name, Source, StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, Compilation | Precompiled);
        }
    }

    /// <inheritdoc/>
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        // The base class may call this before the fields of this one are there.
        if (seen is null)
        {
            return;
        }

        if (eventData.EventId == PrecompiledFound)
        {
            seen.AddOrUpdate(Order[0], 1, (_, count) => count + 1);
        }
        else if (eventData.EventId == MethodLoaded && eventData.PayloadNames?.IndexOf(FlagsName) is { } place and >= 0 && eventData.Payload?[place] is uint flags)
        {
            var tier = Tiers[(int)((flags >> TierShift) & TierMask)];
            if (tier.Length > 0)
            {
                seen.AddOrUpdate(tier, 1, (_, count) => count + 1);
            }
        }
    }
}
