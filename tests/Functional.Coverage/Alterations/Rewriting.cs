namespace Functional.Coverage.Alterations;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Functional.Coverage.Members;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

/// <summary>Rewrites assemblies so that each public member can be altered while they run.</summary>
internal static class Rewriting
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public;

    /// <summary>Rewrites an assembly in its place.</summary>
    /// <param name="directory">Where it lies, with all that it needs.</param>
    /// <param name="project">Its name.</param>
    /// <param name="first">The number of its first place.</param>
    /// <returns>The places where it can be altered.</returns>
    public static IReadOnlyList<Site> Of(string directory, string project, int first)
    {
        var path = Path.Combine(directory, $"{project}.dll");
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(directory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        using var module = ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = resolver, InMemory = true });
        var sites = new List<Site>();
        foreach (var member in PublicMembers.Of(project, module))
        {
            foreach (var what in Rewrite(module, member.Method, first + sites.Count))
            {
                sites.Add(new(first + sites.Count, member.Name, what));
            }
        }

        module.Write(path);
        File.Delete(Path.ChangeExtension(path, ".pdb"));
        return sites;
    }

    private static List<string> Rewrite(ModuleDefinition module, MethodDefinition method, int number)
    {
        var what = new List<string>();
        var body = method.Body;
        body.SimplifyMacros();
        var returned = method.ReturnType is IModifierType modified ? modified.ElementType : method.ReturnType;
        if (method.IsConstructor || method.IsSetter)
        {
            var il = body.GetILProcessor();
            var begin = body.Instructions[0];
            foreach (var parameter in method.Parameters.Where(parameter => IsHeld(parameter.ParameterType)))
            {
                il.InsertBefore(begin, il.Create(OpCodes.Ldarg, parameter));
                il.InsertBefore(begin, il.Create(OpCodes.Ldc_I4, number + what.Count));
                il.InsertBefore(begin, il.Create(OpCodes.Call, Call(module, nameof(Altered.Value), parameter.ParameterType)));
                il.InsertBefore(begin, il.Create(OpCodes.Starg, parameter));
                what.Add(method.IsConstructor ? parameter.Name : "value");
            }
        }
        else if (returned.MetadataType == MetadataType.Void)
        {
            var il = body.GetILProcessor();
            var begin = body.Instructions[0];
            il.InsertBefore(begin, il.Create(OpCodes.Ldc_I4, number));
            il.InsertBefore(begin, il.Create(OpCodes.Call, module.ImportReference(typeof(Altered).GetMethod(nameof(Altered.Skips), Static))));
            il.InsertBefore(begin, il.Create(OpCodes.Brfalse, begin));
            il.InsertBefore(begin, il.Create(OpCodes.Ret));
            what.Add("what it does");
        }
        else if (!returned.IsByReference && !returned.IsPointer)
        {
            var il = body.GetILProcessor();
            foreach (var end in body.Instructions.Where(instruction => instruction.OpCode == OpCodes.Ret).ToArray())
            {
                // The instruction itself is kept, because branches lead to it.
                end.OpCode = OpCodes.Ldc_I4;
                end.Operand = number;
                var call = il.Create(OpCodes.Call, Call(module, IsHeld(returned) ? nameof(Altered.Value) : nameof(Altered.Passing), returned));
                il.InsertAfter(end, call);
                il.InsertAfter(call, il.Create(OpCodes.Ret));
            }

            what.Add("its result");
        }

        body.OptimizeMacros();
        return what;
    }

    /// <summary>Whether values of a type can lie in memory, other than spans.</summary>
    private static bool IsHeld(TypeReference type) => !type.IsByReference && !type.IsPointer
        && !(type.Resolve() is { } definition && definition.CustomAttributes.Any(attribute => attribute.AttributeType.FullName is "System.Runtime.CompilerServices.IsByRefLikeAttribute"));

    private static GenericInstanceMethod Call(ModuleDefinition module, string name, TypeReference type) =>
        new(module.ImportReference(typeof(Altered).GetMethod(name, Static) ?? throw new InvalidOperationException(name))) { GenericArguments = { type } };
}
