namespace Functional.Surface.Tests;

using System;
using System.Reflection;
using System.Reflection.Emit;

/// <summary>
/// Writes a caller for a member. Unlike reflection's own, it hands over spans (made of arrays), and an exception arrives as it was thrown.
/// </summary>
internal static class Callers
{
    /// <summary>Why a member cannot be called with boxed arguments; null where it can.</summary>
    public static string? Obstacle(MethodBase method)
    {
        if (method is MethodInfo { ReturnType.IsByRef: true })
        {
            return "gives a reference to a variable";
        }

        if (method is MethodInfo { ReturnType: var returned } && returned.IsByRefLike && !IsSpan(returned))
        {
            return $"gives a {Readable.Of(returned)}, which lives on the stack only";
        }

        if (!method.IsStatic && method.DeclaringType!.IsByRefLike)
        {
            return $"belongs to {Readable.Of(method.DeclaringType)}, which lives on the stack only";
        }

        foreach (var parameter in method.GetParameters())
        {
            var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
            if (type.IsPointer || type.IsFunctionPointer || (type.IsByRefLike && (parameter.ParameterType.IsByRef || !IsSpan(type))))
            {
                return $"takes a {Readable.Of(type)}, which lives on the stack only";
            }
        }

        return null;
    }

    /// <summary>Whether a type is a span.</summary>
    public static bool IsSpan(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Span<>) || type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>));

    /// <summary>The caller of a member.</summary>
    public static Caller For(MethodBase method)
    {
        var emitted = new DynamicMethod(method.Name, typeof(object), [typeof(object), typeof(object[])], typeof(Callers).Module, skipVisibility: true);
        var code = emitted.GetILGenerator();
        var declaring = method.DeclaringType!;
        if (!method.IsStatic && method is MethodInfo)
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(declaring.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, declaring);
        }

        var parameters = method.GetParameters();
        for (var place = 0; place < parameters.Length; place++)
        {
            var type = parameters[place].ParameterType;
            if (type.IsByRef)
            {
                var variable = code.DeclareLocal(type.GetElementType()!);
                if (!parameters[place].IsOut)
                {
                    Load(code, place, type.GetElementType()!);
                    code.Emit(OpCodes.Stloc, variable);
                }

                code.Emit(OpCodes.Ldloca, variable);
            }
            else
            {
                Load(code, place, type);
            }
        }

        if (method is ConstructorInfo constructor)
        {
            code.Emit(OpCodes.Newobj, constructor);
            Box(code, declaring);
        }
        else
        {
            var called = (MethodInfo)method;
            code.Emit(called.IsStatic || declaring.IsValueType ? OpCodes.Call : OpCodes.Callvirt, called);
            Box(code, called.ReturnType);
        }

        code.Emit(OpCodes.Ret);
        return emitted.CreateDelegate<Caller>();
    }

    private static void Load(ILGenerator code, int place, Type type)
    {
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldc_I4, place);
        code.Emit(OpCodes.Ldelem_Ref);
        if (IsSpan(type))
        {
            var array = type.GetGenericArguments()[0].MakeArrayType();
            code.Emit(OpCodes.Castclass, array);
            code.Emit(OpCodes.Call, type.GetMethod("op_Implicit", [array])!);
        }
        else
        {
            code.Emit(OpCodes.Unbox_Any, type);
        }
    }

    private static void Box(ILGenerator code, Type type)
    {
        if (type == typeof(void))
        {
            code.Emit(OpCodes.Ldnull);
        }
        else if (IsSpan(type))
        {
            var span = code.DeclareLocal(type);
            code.Emit(OpCodes.Stloc, span);
            code.Emit(OpCodes.Ldloca, span);
            code.Emit(OpCodes.Call, type.GetMethod(nameof(Span<int>.ToArray))!);
        }
        else if (type.IsValueType)
        {
            code.Emit(OpCodes.Box, type);
        }
    }
}
