namespace Functional.Experiments;

using System.Globalization;
using LanguageExt;

/// <summary>The ranges of numbers that a person sets. NaN is outside all of them.</summary>
public static class SettingRanges
{
    /// <summary>The strength of a penalty or decay: finite and not negative.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="number">The number.</param>
    public static Validation<SettingFault, double> Strength(string setting, double number) =>
        Checked(Given.NotNull(setting), number, double.IsFinite(number) && number >= 0, "a finite number that is not negative, such as 1e-4");

    /// <summary>A fraction that is dropped, kept or spread: at least 0 and below 1.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="number">The number.</param>
    public static Validation<SettingFault, double> Fraction(string setting, double number) =>
        Checked(Given.NotNull(setting), number, number is >= 0 and < 1, "a number at least 0 and below 1, such as 0.2");

    /// <summary>A share that leaves something on both sides: above 0 and below 1.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="number">The number.</param>
    public static Validation<SettingFault, double> Share(string setting, double number) =>
        Checked(Given.NotNull(setting), number, number is > 0 and < 1, "a number above 0 and below 1, such as 0.1");

    /// <summary>A limit: finite and above 0.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="number">The number.</param>
    public static Validation<SettingFault, double> Limit(string setting, double number) =>
        Checked(Given.NotNull(setting), number, double.IsFinite(number) && number > 0, "a finite number above 0, such as 3");

    private static Validation<SettingFault, double> Checked(string setting, double number, bool isRight, string expected) => isRight
        ? Prelude.Success<SettingFault, double>(number)
        : Prelude.Fail<SettingFault, double>(new SettingFault(setting, number.ToString("R", CultureInfo.InvariantCulture), expected));
}
