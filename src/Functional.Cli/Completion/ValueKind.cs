namespace Functional.Cli;

/// <summary>What can stand behind an option or in the place of an argument, as far as a shell can complete it.</summary>
internal enum ValueKind
{
    /// <summary>Nothing: the option is there or not.</summary>
    None,

    /// <summary>A text that cannot be completed, such as a number.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Words,

    /// <summary>A file or a directory.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,
}
