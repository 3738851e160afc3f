using AuthProfiles.Packages;

if (args is not [var folder, var root])
{
    Console.Error.WriteLine("Usage: tests/packages/run FOLDER_OF_PACKAGES [FOLDER_OF_THE_LAST_RELEASE]");
    return 2;
}

var projects = Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(static path => Path.GetFileNameWithoutExtension(path), static path => Path.GetDirectoryName(path)!, StringComparer.Ordinal);
var lines = File.ReadAllLines(Path.Combine(root, "tests", "packages", "dependencies.txt")).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split(": ", 2)).ToLookup(static line => line[0], static line => line[1], StringComparer.Ordinal);
var found = new HashSet<string>(StringComparer.Ordinal);
var breaches = 0;
foreach (var path in Directory.GetFiles(folder, "*.nupkg").Order(StringComparer.Ordinal))
{
    using var package = new PackedPackage(path);
    found.Add(package.Id);
    var broken = projects.TryGetValue(package.Id, out var project) ? PackageRules.FindBreaches(package, project, [.. lines[package.Id]]).ToArray() : ["No project under src is of this name."];
    breaches += broken.Length;
    Console.WriteLine($"{package.Id} {package.Version}: {(broken.Length == 0 ? $"{package.Dependencies.Count()} dependencies, {package.Files.Count()} files, as promised" : string.Join(Environment.NewLine + "  ", broken.Prepend("broken")))}");
}

foreach (var missing in projects.Keys.Except(found, StringComparer.Ordinal))
{
    breaches++;
    Console.WriteLine($"{missing}: not packed.");
}

return breaches == 0 ? 0 : 1;
