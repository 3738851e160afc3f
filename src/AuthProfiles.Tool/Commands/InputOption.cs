using System.CommandLine;

namespace AuthProfiles.Tool.Commands;

/// <summary>Values that a connection gives, such as a subdomain.</summary>
internal sealed class InputOption
{
    private const string FromVariable = "env:";

    public Option<string[]> Option { get; } = new("--input")
    {
        Description = "A value that the connection gives, such as subdomain=acme; repeatable. KEY=env:VARIABLE takes it from an environment variable: a secret does not belong on a command line.",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = static _ => [],
    };

    /// <exception cref="UsageException">A value has no key, or its variable is not set.</exception>
    public void ReadInto(IDictionary<string, SecretValue> inputs, CommandCall call)
    {
        foreach (var input in call.Value(Option) ?? [])
        {
            if (input.Split('=', 2) is not [{ Length: > 0 } key, { Length: > 0 } value])
            {
                throw new UsageException("--input takes KEY=VALUE or KEY=env:VARIABLE.");
            }

            inputs[key] = value.StartsWith(FromVariable, StringComparison.Ordinal) ? FromEnvironment(key, value[FromVariable.Length..], call) : value;
        }
    }

    private static string FromEnvironment(string key, string variable, CommandCall call) =>
        call.Surroundings.Variable(variable) is { Length: > 0 } value ? value : throw new UsageException($"The environment variable that --input gives for {key} is not set.");
}
