namespace Functional.Surface.Tests;

using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Linq.Expressions;

/// <summary>Functions of any delegate type that hand their arguments to one function of boxed ones.</summary>
internal static class Delegates
{
    private static readonly ConcurrentDictionary<Type, Func<Func<object?[], object?>, Delegate>> Makers = new();

    /// <summary>Whether there can be such a function: its arguments must fit into boxes.</summary>
    public static bool IsPossible(Type type) => type.GetMethod("Invoke") is { ReturnType: { IsByRef: false, IsByRefLike: false } } invoke
        && invoke.GetParameters().All(parameter => !parameter.ParameterType.IsByRef && !parameter.ParameterType.IsByRefLike && !parameter.ParameterType.IsPointer);

    /// <summary>The function of a delegate type.</summary>
    public static Delegate Of(Type type, Func<object?[], object?> function) => Makers.GetOrAdd(type, Maker)(function);

    private static Func<Func<object?[], object?>, Delegate> Maker(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var function = Expression.Parameter(typeof(Func<object?[], object?>), "function");
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType, parameter.Name)).ToArray();
        Expression body = Expression.Invoke(function, Expression.NewArrayInit(typeof(object), parameters.Select(parameter => Expression.Convert(parameter, typeof(object)))));
        body = invoke.ReturnType == typeof(void) ? body : Expression.Convert(body, invoke.ReturnType);
        return Expression.Lambda<Func<Func<object?[], object?>, Delegate>>(
            Expression.Convert(Expression.Lambda(type, invoke.ReturnType == typeof(void) ? Expression.Block(typeof(void), body) : body, parameters), typeof(Delegate)), function).Compile();
    }
}
