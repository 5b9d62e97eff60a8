namespace Functional.Surface.Tests;

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Functional.Data;
using Functional.Experiments;
using Functional.Networks;
using Functional.Numerics;
using Functional.Numerics.Randomness;
using Functional.Verification;
using LanguageExt;
using Xunit;

/// <summary>What random calls have found, each as a call of its own.</summary>
public sealed class FindingsTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(1);

    [Fact]
    public void A_laboratory_s_order_leaves_the_process_in_its_culture()
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture);
        var tiny = Experiment.Create(layers: Prelude.Seq1<Architecture>(new Affine(2)), sampling: new MiniBatch(520), epochs: 1).Match(Succ: own => own, Fail: _ => throw new InvalidOperationException());
        var result = LabServer.Carry(new LabOrder(Prelude.Seq1(tiny)) { Culture = "fa-IR" });
        Assert.True(result.IsRight);
        Assert.Contains(result.ToSeq()[0].Facts.Entries, fact => fact.Found.Contains('٫', StringComparison.Ordinal));
        Assert.Equal(before, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture));
    }

    [Fact]
    public void A_program_that_cannot_be_started_is_a_fault_that_names_it()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}");
        var result = LabProcess.Carry(new LabSetting("one"), new LabOrder(Prelude.Seq1(Experiment.Default)), new LabProgram(path), CancellationToken.None);
        var fault = result.Match(Right: _ => throw new InvalidOperationException(), Left: own => own);
        Assert.Equal(path, fault.Source, StringComparer.Ordinal);
        Assert.Contains("cannot be started", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_laboratory_without_settings_is_refused_when_it_is_asked_for() =>
        Assert.Throws<ArgumentException>("settings", () => Laboratory.Run(Seq<LabSetting>.Empty, Prelude.Seq1(Experiment.Default), "folder", (_, _) => throw new InvalidOperationException()));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_map_of_decisions_says_that_its_scores_are_too_few_or_too_many(int scores)
    {
        var map = new DecisionMap(new PlaneGrid(0, 1, 0, 1, 2, 1), 2, Enumerable.Repeat(0.5, scores).ToArray().ToSeq().Strict());
        Assert.Throws<InvalidOperationException>(() => map.ClassAt(1));
        Assert.Throws<InvalidOperationException>(() => map.ScoreAt(1, 0));
        Assert.Throws<InvalidOperationException>(() => map.MarginAt(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("cell", () => map.ClassAt(2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void An_array_s_element_that_is_not_there_is_out_of_range(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(index), () => NpyArray.Of([1.0, 2.0], [2]).Elements.ValueAt(index));

    [Fact]
    public void Dropout_takes_a_batch_without_features()
    {
        var output = new Dropout<double>(0.5).Forward(Dense.Matrix(0, 3, Array.Empty<double>()), Pass.Training(Key)).Output;
        Assert.Equal((0, 3), (output.RowCount, output.ColumnCount));
    }

    [Fact]
    public void A_descent_on_a_function_that_gives_null_says_so() =>
        Assert.Throws<InvalidOperationException>(() => Optimisers.Sgd(0.1).Descend<double>(_ => null!, Dense.Vector([1.0])).First());

    [Fact]
    public void Targets_of_no_kind_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(
        "targets", () => new NetworkCase(new Affine(1), 1, new SquaredError(), Seq<Penalty>.Empty, 1, (TargetKind)(-1), 0));

    [Fact]
    public void A_case_of_negative_size_is_out_of_range() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new NetworkCase(new Affine(1), 1, new SquaredError(), Seq<Penalty>.Empty, -1, TargetKind.Values, 0).Batch<double>());

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 1, 2, 2 })]
    [InlineData(new[] { 1, 2, 3, 4 })]
    [InlineData(null)]
    public void What_is_no_order_fails_the_laws_of_orders_and_choices(int[]? numbers)
    {
        Assert.False(RandomnessLaws.OrdersComeEquallyOften((_, _) => numbers!, Key, 3, 4).IsHeld);
        Assert.False(RandomnessLaws.ChoicesComeEquallyOften((_, _, _) => numbers!, Key, 3).IsHeld);
    }

    [Fact]
    public void Laws_tell_whoever_hands_null_over()
    {
        Assert.Throws<ArgumentNullException>("network", () => PullbackLaws.Of(null!));
        Assert.Throws<ArgumentNullException>("layer", () => Verify.Layer((Layer<double>)null!));
        Assert.Throws<ArgumentNullException>("update", () => Textbook.Rule(null!));
        Assert.Throws<ArgumentNullException>("gradients", () => Textbook.Sgd(0.1)(0, null!));
        Assert.Throws<ArgumentNullException>("other", () => TensorComparison.Of(Started(), null!));

        static TrainingState<double> Started() => new Training(new SquaredError(), Optimisers.Sgd(0.1)).Start(new Affine(1).Initialise<double>(1, Key), Key);
    }
}
