namespace Functional.Cli.Tests.Architecture;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

/// <summary>A floor knows only the floors above it, and what the arithmetic must never use is nowhere on the path of a result.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, string[]> Above = new(StringComparer.Ordinal)
    {
        ["Functional.Numerics"] = [],
        ["Functional.Networks"] = ["Functional.Numerics"],
        ["Functional.Data"] = ["Functional.Numerics", "Functional.Networks"],
        ["Functional.Experiments"] = ["Functional.Numerics", "Functional.Networks", "Functional.Data"],
        ["Functional.Verification"] = ["Functional.Numerics", "Functional.Networks"],
        ["functional"] = ["Functional.Numerics", "Functional.Networks", "Functional.Data", "Functional.Experiments"],
    };

    public static TheoryData<string> Floors => [.. Above.Keys];

    public static TheoryData<string> PureFloors => ["Functional.Numerics", "Functional.Networks", "Functional.Verification"];

    public static TheoryData<string> ArithmeticFloors => ["Functional.Numerics", "Functional.Networks"];

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_floor_refers_only_to_floors_above_it(string floor)
    {
        var referred = Assembly.Load(floor).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Functional", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(referred.Except(Above[floor]));
    }

    [Theory]
    [MemberData(nameof(PureFloors))]
    public void Clock_console_and_files_stay_at_the_edges(string floor)
    {
        string[] edges =
        [
            "System.Console", "System.DateTime", "System.DateTimeOffset", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Random", "System.Guid",
            "System.IO.File", "System.IO.FileInfo", "System.IO.Directory", "System.IO.FileStream", "System.IO.Path",
        ];
        Assert.Empty(Uses(floor).Select(use => use.Type).Intersect(edges));
    }

    [Theory]
    [MemberData(nameof(ArithmeticFloors))]
    public void Nothing_whose_bits_are_not_portable_is_used(string floor)
    {
        string[] functions = ["Exp", "Exp2", "ExpM1", "Log", "Log2P1", "LogP1", "Log10", "Pow", "Sin", "Cos", "Tan", "Sinh", "Cosh", "Tanh", "Atan", "Atan2", "Cbrt", "RootN", "Hypot"];
        string[] combining = ["Sum", "Dot", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "MultiplyAddEstimate"];
        string[] generic =
        [
            "System.Numerics.IExponentialFunctions`1", "System.Numerics.ILogarithmicFunctions`1", "System.Numerics.ITrigonometricFunctions`1",
            "System.Numerics.IHyperbolicFunctions`1", "System.Numerics.IPowerFunctions`1",
        ];
        var odd = Uses(floor).Where(use =>
            (use.Type is "System.Math" or "System.MathF" or "System.Double" or "System.Single" && functions.Contains(use.Member))
            || (IsVector(use.Type) && combining.Contains(use.Member))
            || use.Type.Contains("TensorPrimitives", StringComparison.Ordinal)
            || generic.Contains(use.Type)
            || use.Member is "get_CurrentCulture");
        Assert.Empty(odd);

        static bool IsVector(string type) => type.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal) || type.StartsWith("System.Numerics.Vector", StringComparison.Ordinal);
    }

    [Fact]
    public void The_search_for_uses_finds_what_is_there()
    {
        Assert.Contains(("System.Math", "Sqrt"), Uses("Functional.Numerics"));
        Assert.Contains(Uses("Functional.Data"), use => use.Type is "System.IO.File" or "System.IO.FileStream");
    }

    /// <summary>All members of other assemblies that an assembly's code refers to.</summary>
    private static IEnumerable<(string Type, string Member)> Uses(string floor)
    {
        using var reader = new PEReader(File.OpenRead(Assembly.Load(floor).Location));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(metadata.GetMemberReference).Select(member => (TypeName(metadata, member.Parent), metadata.GetString(member.Name)))];
    }

    private static string TypeName(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Name(metadata, metadata.GetTypeReference((TypeReferenceHandle)parent)),
        HandleKind.TypeSpecification => GenericName(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
        _ => string.Empty,
    };

    private static string Name(MetadataReader metadata, TypeReference type) => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";

    /// <summary>The generic type of which a type is an instance.</summary>
    private static string GenericName(MetadataReader metadata, TypeSpecification type)
    {
        var blob = metadata.GetBlobReader(type.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return string.Empty;
        }

        blob.ReadByte();
        var definition = blob.ReadTypeHandle();
        return definition.Kind == HandleKind.TypeReference ? Name(metadata, metadata.GetTypeReference((TypeReferenceHandle)definition)) : string.Empty;
    }
}
