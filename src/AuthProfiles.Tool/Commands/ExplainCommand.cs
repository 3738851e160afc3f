using System.CommandLine;
using AuthProfiles.Tool.Output;

namespace AuthProfiles.Tool.Commands;

/// <summary><c>authprofiles explain</c>: which credential would this request get?</summary>
internal static class ExplainCommand
{
    public static Command Create(Func<ParseResult, CommandCall> callOf)
    {
        var address = new Argument<string>("URL") { Description = "The request's address; with --profile it may be relative to the profile's BaseUrl." };
        var method = new Option<string>("--method", "-X") { Description = "The request's method. Default: GET.", HelpName = "METHOD", DefaultValueFactory = static _ => "GET" };
        var profile = new Option<string?>("--profile", "-p") { Description = "The profile. Default: every profile and connection in the settings whose credential may go to the address.", HelpName = "NAME" };
        var whose = new ConnectionArguments();
        var command = new Command("explain", "Says which profile, connection, origin and places a request would use, and what is missing. Nothing is sent, and no connection store is asked.")
        {
            address,
            method,
            profile,
            whose.Tenant,
            whose.User,
        };
        command.SetAction(async (parsed, _) =>
        {
            var call = callOf(parsed);
            using var request = new HttpRequestMessage(MethodOf(parsed.GetValue(method)!), AddressOf(parsed.GetValue(address)!, isRelativeAllowed: parsed.GetValue(profile) is not null));
            return await RunAsync(call, request, parsed.GetValue(profile), parsed.GetValue(whose.Tenant), parsed.GetValue(whose.User)).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandCall call, HttpRequestMessage request, string? profile, string? tenant, string? user)
    {
        if (profile is null && (tenant ?? user) is not null)
        {
            throw new UsageException("--tenant and --user belong to a profile: give --profile too.");
        }

        // Whether the application has a store is its code's to say. Where one may be, a consent is not said to be missing.
        var session = call.Inspect(static _ => true);
        await using (session.ConfigureAwait(false))
        {
            if (profile is not null)
            {
                session.RequireProfile(profile);
            }

            var found = profile is null ? session.Inspector.ExplainAll(request) : [session.Inspector.Explain(profile, request, tenant, user)];
            Write(call.Report, found);
            return found.Any(static one => one.Missing.Count == 0) ? ExitCode.Success : ExitCode.NotFine;
        }
    }

    private static void Write(Report report, IReadOnlyList<RequestExplanation> found)
    {
        if (report.IsJson)
        {
            report.WriteJson(json => ExplanationJson.Write(json, found));
        }
        else if (found.Count == 0)
        {
            report.Write("No credential of these settings may go there.");
            report.Progress("A profile that is wrong is not among them: authprofiles lint says which are. --profile NAME says what keeps one from going there.");
        }
        else
        {
            report.Write(string.Join(Environment.NewLine + Environment.NewLine, found.Select(static one => ToolWords.Of(one.ToString(), one.Profile, one.Tenant, one.User))));
        }
    }

    private static HttpMethod MethodOf(string method)
    {
        try
        {
            return new(method.ToUpperInvariant());
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            throw new UsageException("--method takes the method of a request, such as POST.");
        }
    }

    private static Uri AddressOf(string address, bool isRelativeAllowed)
    {
        // On Unix a path that begins with a slash would be taken for a file.
        if (Uri.TryCreate(address, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return absolute.Scheme is "http" or "https" ? absolute : throw new UsageException("URL is no http or https address.");
        }

        return isRelativeAllowed && Uri.TryCreate(address, UriKind.Relative, out var relative)
            ? relative
            : throw new UsageException("URL is no absolute http or https address. With --profile it may be relative, such as orders/7.");
    }
}
