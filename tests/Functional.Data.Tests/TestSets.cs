namespace Functional.Data.Tests;

using System;
using System.Linq;
using Functional.Numerics.Randomness;
using LanguageExt;

/// <summary>Small sets for tests.</summary>
internal static class TestSets
{
    /// <summary>Random bytes; sample i is of class i modulo the number of classes, and its first byte and second byte are i.</summary>
    public static DataSet Bytes(int count, int width, int classCount) => Good(DataSet.Create(
        "set",
        new ByteFeatures([.. Enumerable.Range(0, count * width).Select(i => i % width == 0 ? (byte)(i / width) : i % width == 1 ? (byte)(i / width >> 8) : (byte)RandomKey.FromSeed(3).Bits32(i))], width),
        new ClassLabels([.. Enumerable.Range(0, count).Select(i => i % classCount)], classCount)));

    /// <summary>Numbers of very different sizes; the values to predict are the sample's number and its half.</summary>
    public static DataSet Reals(int count, int width) => Good(DataSet.Create(
        "reals",
        new RealFeatures([.. Enumerable.Range(0, count * width).Select(i => (RandomKey.FromSeed(4).Bits32(i) - 2e9) * ((i % width) + 1) / 1e5)], width),
        new ValueLabels([.. Enumerable.Range(0, 2 * count).Select(i => i % 2 == 0 ? i / 2 : i / 2 / 2.0)], 2)));

    public static int Number(DataSet set, int sample) => (int)(set.Features.ValueAt(sample, 0) + (256 * set.Features.ValueAt(sample, 1)));

    public static T Good<T>(Validation<DataFault, T> result) =>
        result.Match(Succ: value => value, Fail: faults => throw new InvalidOperationException(string.Join(' ', faults)));

    public static string[] Messages<T>(Validation<DataFault, T> result) =>
        result.Match(Succ: value => throw new InvalidOperationException($"No fault, but {value}"), Fail: faults => faults.Select(fault => fault.Message).ToArray());
}
