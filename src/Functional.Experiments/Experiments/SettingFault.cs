namespace Functional.Experiments;

/// <summary>Why a setting of an experiment cannot be used, as a value: which one, what was found, and what would be right.</summary>
/// <param name="Setting">The setting's name, such as "learning-rate".</param>
/// <param name="Found">What was found, a part of a sentence.</param>
/// <param name="Expected">What would be right, a part of a sentence.</param>
public sealed record SettingFault(string Setting, string Found, string Expected)
{
    /// <summary>The setting's name, such as "learning-rate".</summary>
    public string Setting { get; init => field = Given.NotNull(value); } = Given.NotNull(Setting);

    /// <summary>What was found, a part of a sentence.</summary>
    public string Found { get; init => field = Given.NotNull(value); } = Given.NotNull(Found);

    /// <summary>What would be right, a part of a sentence.</summary>
    public string Expected { get; init => field = Given.NotNull(value); } = Given.NotNull(Expected);

    /// <summary>The whole as one sentence that names the setting, what was found and what would be right.</summary>
    public string Message => $"{Setting}: found {Found}; expected {Expected}.";

    /// <summary>The <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}
