namespace Functional.Cli;

using System;
using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>run</c> is asked to do with the experiment of its file.</summary>
/// <param name="Of">The settings for the experiment, or what is wrong with the changes to it.</param>
internal sealed record RunSettings(Func<Experiment, Validation<SettingFault, TrainSettings>> Of);
