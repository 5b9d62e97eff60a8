namespace Functional.Experiments;

using System.Text.Json.Nodes;
using LanguageExt;

/// <summary>How a value of a type stands in a document.</summary>
/// <typeparam name="T">The value.</typeparam>
internal abstract class Form<T> : Form
{
    /// <summary>The value at a place.</summary>
    /// <param name="node">What stands there.</param>
    /// <returns>The value, or everything that is wrong.</returns>
    public abstract Validation<DocumentFault, T> Read(DocumentNode node);

    /// <summary>A value as JSON; reading it gives the same value.</summary>
    /// <param name="value">The value.</param>
    public abstract JsonNode? Write(T value);

    /// <summary>A value that is right.</summary>
    private protected static Validation<DocumentFault, T> Right(T value) => Prelude.Success<DocumentFault, T>(value);

    /// <summary>A value that is wrong.</summary>
    private protected Validation<DocumentFault, T> Wrong(DocumentNode node) => Prelude.Fail<DocumentFault, T>(node.Fault(Expected));
}
