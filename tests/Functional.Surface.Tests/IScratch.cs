namespace Functional.Surface.Tests;

/// <summary>Files of one call, in a folder of their own that is removed after it.</summary>
internal interface IScratch
{
    /// <summary>The path of a file or folder that is there, or of one that is not yet.</summary>
    string Path(int choice);

    /// <summary>The octets of a file as the library writes them.</summary>
    byte[] Sample(int choice);
}
