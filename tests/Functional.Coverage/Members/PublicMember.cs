namespace Functional.Coverage.Members;

using System.Collections.Generic;
using Mono.Cecil;

/// <summary>A member that users of a package may call, with a body of its own.</summary>
/// <param name="Project">The project.</param>
/// <param name="Name">Type, name and the types of its parameters.</param>
/// <param name="Method">The method, constructor or accessor.</param>
/// <param name="File">The file that it stands in; empty where the compiler wrote it.</param>
/// <param name="Lines">The lines of its body.</param>
internal sealed record PublicMember(string Project, string Name, MethodDefinition Method, string File, IReadOnlySet<int> Lines);
