namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;

/// <summary>What <c>predict</c> is asked to do.</summary>
/// <param name="Model">The model's file.</param>
/// <param name="Data">Where the samples come from.</param>
/// <param name="Samples">How many of the samples to test with are shown, from the first on.</param>
/// <param name="Index">The one sample that is shown instead.</param>
/// <param name="Threads">How many threads may compute.</param>
/// <param name="Json">Whether the result is wanted as JSON.</param>
internal sealed record PredictSettings(string Model, DataSource Data, int Samples, Option<int> Index, int Threads, bool Json);
