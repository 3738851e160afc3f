using System.CommandLine;
using System.Globalization;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Settings;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles login</c>: asks for a consent, and keeps it where the application finds it.</summary>
internal static class LogInCommand
{
    private const int LongestWait = 600;
    private const string CodeType = "AuthorizationCode";
    private const string DeviceType = "DeviceCode";

    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var connection = new ConnectionArguments();
        var store = new StoreOptions();
        var device = new Option<bool>("--device", "-d") { Description = "By a code that is entered on any device (RFC 8628), in place of a browser on this machine (RFC 8252)." };
        var noBrowser = new Option<bool>("--no-browser") { Description = "Opens no browser: shows the address instead." };
        var inputs = new InputOption();
        var timeout = new Option<int>("--timeout")
        {
            Description = "How long the owner may take, in seconds: 1 to 600, the default.",
            HelpName = "SECONDS",
            DefaultValueFactory = static _ => LongestWait,
            CustomParser = static result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestWait)
                {
                    return seconds;
                }

                result.AddError("--timeout takes 1 to 600 seconds.");
                return LongestWait;
            },
        };
        var command = new Command("login", "Asks the owner for their consent, and keeps it in the connection store that the application is configured with.");
        connection.AddTo(command);
        command.Options.Add(device);
        command.Options.Add(noBrowser);
        command.Options.Add(inputs.Option);
        command.Options.Add(timeout);
        store.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var call = callOf(parsed);
            var options = OptionsOf(call, parsed.GetValue(noBrowser));
            options.TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(timeout));
            inputs.ReadInto(options.Inputs, call);
            return RunAsync(call, connection, store, parsed.GetValue(device), options, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, ConnectionArguments connection, StoreOptions store, bool isOnDevice, LogInOptions options, CancellationToken cancellationToken)
    {
        var (profile, tenant, user) = connection.Of(call);
        var session = call.Open(store, sends: true, last: isOnDevice ? settings => AsDevice(settings, profile) : null);
        await using (session.ConfigureAwait(false))
        {
            session.RequireProfile(profile);
            var place = session.RequireStore("What is consented to would be lost when this command ends.", mustExist: false);
            if (place.IsNew)
            {
                call.Report.Progress($"The directory {place} is new: is it the one that the application has?");
            }

            call.Report.Progress($"Asking for the consent to {ConnectionArguments.Describe(profile, tenant, user)}, for {options.TimeLimit.TotalSeconds:0} seconds at the most. Ctrl+C stops.");
            var completed = await session.Connections.LogInAsync(profile, tenant, user, options, cancellationToken).ConfigureAwait(false);
            Write(call.Report, completed);
            call.Report.Progress($"Kept in {place}.");
            return ExitCode.Success;
        }
    }

    // The connection belongs to the profile's name: the application finds it, whichever way it was consented to.
    private static KeyValuePair<string, string?>? AsDevice(LoadedSettings settings, string profile)
    {
        var setting = $"{DeclaredProfiles.Section}:{profile}:Type";
        var type = settings.Root[setting];
        return type is null || string.Equals(type, DeviceType, StringComparison.OrdinalIgnoreCase) ? null
            : string.Equals(type, CodeType, StringComparison.OrdinalIgnoreCase) ? new(setting, DeviceType)
            : throw new UsageException($"--device is for profiles of the types {CodeType} and {DeviceType}: {setting} is another.");
    }

    private static LogInOptions OptionsOf(CommandCall call, bool noBrowser) => new()
    {
        OpenBrowser = (address, _) =>
        {
            var isOpen = !noBrowser && call.Surroundings.OpenBrowser(address);
            call.Report.Tell($"{(isOpen ? "A browser opens. If none does, open this on this machine" : "Open this in a browser on this machine")}: {address.AbsoluteUri}");
            return Task.CompletedTask;
        },
        ShowDeviceCode = (device, _) =>
        {
            call.Report.Tell($"{device}{(device.VerificationUriComplete is { } whole ? $" Or open {whole.AbsoluteUri}" : string.Empty)}");
            return Task.CompletedTask;
        },
    };

    private static void Write(Report report, CompletedAuthorization completed)
    {
        var connection = completed.Connection;
        if (report.IsJson)
        {
            report.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteConnection(connection.Key.Profile, connection.Key.Tenant, connection.Key.User);
                json.WriteString("state", connection.State.ToString());
                json.WriteString("account", connection.AccountLabel);
                json.WriteString("scope", connection.Grant?.Scope);
                json.WriteTexts("warnings", completed.Warnings);
                json.WriteEndObject();
            });
            return;
        }

        report.Write($"{completed}{(connection.AccountLabel is { } account ? $": {account}" : null)}");
        foreach (var warning in completed.Warnings)
        {
            report.Write($"Warning: {ShownText.OneLine(warning)}");
        }
    }
}
