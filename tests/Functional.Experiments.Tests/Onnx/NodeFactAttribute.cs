namespace Functional.Experiments.Tests.Onnx;

using System;
using System.IO;
using Xunit;

/// <summary>A test that needs Node.js and onnxruntime-node; the environment variable tells where that is installed. Without it the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    private const string Variable = "FUNCTIONAL_ONNXRUNTIME";

    public NodeFactAttribute()
    {
        if (!Directory.Exists(Modules))
        {
            Skip = $"onnxruntime-node is not here: run 'npm install --ignore-scripts onnxruntime-node' in an empty directory and set {Variable} to it.";
        }
    }

    /// <summary>The package's directory.</summary>
    public static string Modules => Path.Combine(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : "nowhere", "node_modules", "onnxruntime-node");
}
