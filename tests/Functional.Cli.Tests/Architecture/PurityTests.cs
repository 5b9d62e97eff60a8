namespace Functional.Cli.Tests.Architecture;

using System;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Functional.Numerics.Lanes;
using Xunit;

/// <summary>No public member can change a value or any state.</summary>
public sealed class PurityTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> Floors => ["Functional.Numerics", "Functional.Networks", "Functional.Data", "Functional.Experiments", "Functional.Verification"];

    [Theory]
    [MemberData(nameof(Floors))]
    public void No_public_property_can_be_set_after_construction(string floor)
    {
        var settable = PublicTypes(floor).SelectMany(type => type.GetProperties(Everything))
            .Where(property => property.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        Assert.Empty(settable.Select(property => $"{property.DeclaringType}.{property.Name}"));
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void No_field_that_can_change_is_public_and_no_static_field_can_change_at_all(string floor)
    {
        var mutable = Assembly.Load(floor).GetTypes().Where(type => !type.IsEnum && !IsGenerated(type)).SelectMany(type => type.GetFields(Everything))
            .Where(field => !field.IsInitOnly && !field.IsLiteral && !IsGenerated(field) && (field.IsStatic || (field.IsPublic && field.DeclaringType!.IsVisible)));
        Assert.Empty(mutable.Select(field => $"{field.DeclaringType}.{field.Name}"));
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void No_public_function_is_given_something_to_write_into(string floor)
    {
        var writing = PublicTypes(floor).Where(type => type != typeof(ILanes<,>)).SelectMany(type => type.GetMethods(Everything))
            .Where(method => method.IsPublic && !IsGenerated(method) && method.Name is not "Deconstruct" && method.GetParameters().Any(IsWritable));
        Assert.Empty(writing.Select(method => $"{method.DeclaringType}.{method.Name}"));
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void Every_public_class_is_sealed_or_static_or_the_abstract_root_of_a_family(string floor) =>
        Assert.DoesNotContain(PublicTypes(floor), type => type.IsClass && !type.IsSealed && !type.IsAbstract && !typeof(Exception).IsAssignableFrom(type));

    private static Type[] PublicTypes(string floor) => Assembly.Load(floor).GetExportedTypes();

    private static bool IsWritable(ParameterInfo parameter) =>
        (parameter.ParameterType.IsByRef && !parameter.IsIn)
        || (parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() is var type && (type == typeof(Span<>) || type == typeof(Memory<>)));

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);
}
