namespace Functional.Experiments;

using LanguageExt;

/// <summary>A row of the laboratory's table.</summary>
/// <param name="Setting">What was different in its process.</param>
/// <param name="Result">What it came to; none where it could not be carried out.</param>
/// <param name="Verdict">What became of it beside the reference.</param>
public sealed record LabRow(LabSetting Setting, Option<LabResult> Result, LabVerdict Verdict);
