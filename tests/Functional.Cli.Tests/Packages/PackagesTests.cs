namespace Functional.Cli.Tests.Packages;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;
using Xunit.Abstractions;

/// <summary>
/// The packages, as they are made of what these tests were built with; and with FUNCTIONAL_PACKAGES=1 built anew as they are published, installed without a network
/// into a fresh project and a fresh directory of tools, and run.
/// </summary>
public sealed class PackagesTests(ITestOutputHelper output) : IDisposable
{
    private const string Tool = "Functional.Cli";
    private const string Switch = "FUNCTIONAL_PACKAGES";

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("functional-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Every_project_is_a_package_with_its_needs_licence_readme_documentation_and_symbols()
    {
        if (Repository.Find() is not { } repository)
        {
            output.WriteLine("Skipped: these tests do not run beside their sources.");
            return;
        }

        var packages = At("packages");
        await Dotnet.Run(repository.Root, Nothing, Dotnet.Host, "pack", "--no-build", "-c", Configuration, "--output", packages, "-nodeReuse:false");
        AssertSound(repository, packages);
    }

    [Fact]
    public async Task Packages_install_without_a_network_and_run()
    {
        if (Repository.Find() is not { } repository || Environment.GetEnvironmentVariable(Switch) is null or "" or "0")
        {
            output.WriteLine($"Skipped: {Switch}=1 builds all packages anew, beside their sources, and installs them.");
            return;
        }

        var packages = At("packages");
        await Dotnet.Run(repository.Root, Nothing, Dotnet.Host, "pack", "-c", "Release", "--output", packages, "-nodeReuse:false");
        AssertSound(repository, packages);
        AssertTellsNoMachine(repository, packages);
        await AssertProjectRuns(repository, packages);
        await AssertToolRuns(repository, packages);
    }

    private static void AssertSound(Repository repository, string packages)
    {
        var projects = repository.Projects;
        Assert.Equal(6, projects.Count);
        Assert.Equal(projects.Select(project => $"{project}.{repository.Version}.nupkg"), Directory.GetFiles(packages, "*.nupkg").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach (var project in projects)
        {
            var package = new PackageFile(Path.Combine(packages, $"{project}.{repository.Version}.nupkg"));
            Assert.Equal((project, repository.Version, "MIT", "README.md"), (package.Said("id"), package.Said("version"), package.Said("license"), package.Said("readme")));
            Assert.True(package.Said("description").Length > 40, package.Said("description"));
            Assert.Equal(File.ReadAllBytes(Path.Combine(repository.Root, "README.md")), package.Files["README.md"]);
            var name = project is Tool ? "functional" : project;
            var place = project is Tool ? "tools/net10.0/any" : "lib/net10.0";
            Assert.Contains($"{place}/{name}.dll", package.Files.Keys);
            if (project is Tool)
            {
                // A tool brings all that it needs.
                Assert.Empty(package.Needs);
                Assert.Contains("DotnetTool", package.Specification.ToString(), StringComparison.Ordinal);
                var settings = Encoding.UTF8.GetString(package.Files[$"{place}/DotnetToolSettings.xml"]);
                Assert.Contains("Name=\"functional\" EntryPoint=\"functional.dll\"", settings, StringComparison.Ordinal);
                Assert.Contains($"{place}/Functional.Experiments.dll", package.Files.Keys);
            }
            else
            {
                Assert.Empty(repository.Needs(project).Except(package.Needs));
                Assert.All(package.Needs, need => Assert.Equal(repository.VersionOf(need.Id), need.Version));
                var documentation = XDocument.Load(new MemoryStream(package.Files[$"{place}/{name}.xml"]));
                Assert.True(documentation.Descendants("member").Count() > 10);
            }

            var symbols = new PackageFile(Path.Combine(packages, $"{project}.{repository.Version}.snupkg"));
            Assert.Contains($"{place}/{name}.pdb", symbols.Files.Keys);
            Assert.NotEmpty(symbols.Paths());
        }
    }

    /// <summary>No file in a package tells in which directory it was built, or by whom.</summary>
    private static void AssertTellsNoMachine(Repository repository, string packages)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var path in Directory.GetFiles(packages))
        {
            var package = new PackageFile(path);
            Assert.All(package.Paths().Where(own => own.Contains("Functional", StringComparison.Ordinal)), own => Assert.StartsWith("/_/", own.Replace('\\', '/'), StringComparison.Ordinal));
            foreach (var (name, bytes) in package.Files.Where(file => Path.GetFileName(file.Key).StartsWith("functional", StringComparison.OrdinalIgnoreCase) || file.Key.EndsWith(".nuspec", StringComparison.Ordinal)))
            {
                foreach (var secret in new[] { repository.Root, home }.Where(each => each.Length > 1))
                {
                    Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0 && bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) < 0, $"{name} in {Path.GetFileName(path)} tells {secret}.");
                }
            }
        }
    }

    /// <summary>The README's program, in a console project that knows nothing but the packages.</summary>
    private async Task AssertProjectRuns(Repository repository, string packages)
    {
        var project = Directory.CreateDirectory(At("project")).FullName;
        var readme = await File.ReadAllTextAsync(Path.Combine(repository.Root, "README.md"));
        var libraries = repository.Projects.Where(id => id is not Tool).Select(id => $"<PackageReference Include=\"{id}\" Version=\"{repository.Version}\" />");
        await File.WriteAllTextAsync(Path.Combine(project, "nuget.config"), Sources(packages));
        await File.WriteAllTextAsync(Path.Combine(project, "fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost><InvariantGlobalization>true</InvariantGlobalization></PropertyGroup>
              <ItemGroup>{string.Concat(libraries)}</ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), $"""
            {readme.Split("```csharp\n")[1].Split("```")[0]}
            if (args is [var file])
            {"{"}
                var model = Functional.Experiments.Model.Load(file);
                Console.WriteLine(model.Predict(new double[64]));
                Console.WriteLine(Functional.Verification.Generators.Covers(typeof(Relu)));
            {"}"}
            """);
        var saved = At("digits.safetensors");
        Assert.Equal(0, Command.Run($"--epochs 1 --hidden 4 --save {saved}").Code);
        var environment = Fresh();
        await Dotnet.Run(project, environment, Dotnet.Host, "build", "-c", "Release", "-nodeReuse:false");
        var lines = (await Dotnet.Run(project, environment, Dotnet.Host, Path.Combine("bin", "Release", "net10.0", "fresh.dll"), saved)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        output.WriteLine(string.Join('\n', lines));
        Assert.Contains($"prints `{lines[0]}`", readme, StringComparison.Ordinal);
        Assert.Equal([$"{Functional.Experiments.Model.Load(saved).Predict(new double[64])}", "True"], lines[1..]);
        Assert.True(File.Exists(Path.Combine(environment["NUGET_PACKAGES"], "functional.numerics", repository.Version, "lib", "net10.0", "Functional.Numerics.xml")));
    }

    /// <summary>The command, installed into a directory of its own.</summary>
    private async Task AssertToolRuns(Repository repository, string packages)
    {
        var tools = At("tools");
        var sources = At("nuget.config");
        await File.WriteAllTextAsync(sources, Sources(packages));
        var environment = Fresh();
        await Dotnet.Run(directory.FullName, environment, Dotnet.Host, "tool", "install", Tool, "--tool-path", tools, "--configfile", sources, "--version", repository.Version);
        var command = Path.Combine(tools, OperatingSystem.IsWindows() ? "functional.exe" : "functional");
        Assert.StartsWith($"functional {repository.Version} (arithmetic version", await Dotnet.Run(directory.FullName, environment, command, "--version"), StringComparison.Ordinal);
        var trained = await Dotnet.Run(directory.FullName, environment, command, "--epochs", "1", "--hidden", "4", "--save", "tool.safetensors");
        output.WriteLine(trained);
        Assert.Equal(Command.Run("--epochs 1 --hidden 4 --json").Fingerprint, Regex.Match(trained, "fingerprint +(?<hash>[0-9a-f]{64})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)).Groups["hash"].Value);
        Assert.Contains("complete -F _functional functional", await Dotnet.Run(directory.FullName, environment, command, "completion", "bash"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(At("samples.txt"), string.Join(' ', new int[64]));
        Assert.StartsWith("line,class,probability\n1,", await Dotnet.Run(directory.FullName, environment, command, "predict", "--model", "tool.safetensors", "--input", "samples.txt"), StringComparison.Ordinal);
    }

    /// <summary>Packages come from the folder of ours, and for what they need from what has once been downloaded: no network.</summary>
    private static string Sources(string packages) => $"""
        <configuration>
          <packageSources><clear /><add key="ours" value="{packages}" /><add key="downloaded" value="{Downloaded}" /></packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """;

    private static string Downloaded => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>An environment in which nothing was ever installed.</summary>
    private Dictionary<string, string> Fresh() => new(StringComparer.Ordinal)
    {
        ["NUGET_PACKAGES"] = At("installed"),
        ["DOTNET_CLI_HOME"] = At("home"),
        ["DOTNET_ROOT"] = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location))))!,
    };

    private string At(string name) => Path.Combine(directory.FullName, name);
}
