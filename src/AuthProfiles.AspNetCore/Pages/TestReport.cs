namespace AuthProfiles.AspNetCore.Pages;

/// <summary>What a test showed: the outcome, then headers and answer as they were, without their secrets.</summary>
internal sealed class TestReport(Html html, AuthorizationTestResult test)
{
    /// <summary>Says how a test went, in a few words.</summary>
    public static string Outcome(AuthorizationTestResult test) => test.Succeeded ? "The test succeeded" : $"The test failed at the {Name(test.Stage)}";

    // What a program does about it, the second line, is for its developer: a user has the button.
    private string Message => test.Error is AuthorizationRequiredException && test.Message.Split('\n') is [var what, _, ..]
        ? $"{what.TrimEnd()}\nWhat you allowed has ended. Please connect again."
        : test.Message;

    public void Add()
    {
        // What was asked for is read first: the heading takes the focus, which needs no script.
        html.Add($"<div class=\"test\"><h2 tabindex=\"-1\" autofocus class=\"{(test.Succeeded ? "on" : "bad")}\">{Outcome(test)}</h2>");
        html.Add($"<p class=\"text\">{Message}</p>");
        foreach (var warning in test.Warnings)
        {
            html.Add($"<p class=\"text\">{warning}</p>");
        }

        if (test.Request is { } request)
        {
            Begin("Headers");
            html.Add($"{request.Method} {request.Address}");
            AddHeaders(request.Headers);
            End();
        }

        if (test.Response is { } response)
        {
            Begin("Response");
            html.Add($"{response.StatusCode}");
            AddHeaders(response.Headers);
            html.Add($"");
            html.Add($"{response.Body}");
            End();
        }

        html.Add($"</div>");
    }

    private static string Name(AuthorizationTestStage stage) => stage switch
    {
        AuthorizationTestStage.Configuration => "configuration",
        AuthorizationTestStage.Connection => "connection",
        AuthorizationTestStage.Authorization => "authorization",
        _ => "call of the service",
    };

    // What scrolls is reached by the keyboard, and has a name then.
    private void Begin(string name) => html.Add($"<details open><summary>{name}</summary><pre tabindex=\"0\" role=\"region\" aria-label=\"{name}\">");

    private void End() => html.Add($"</pre></details>");

    private void AddHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            html.Add($"{name}: {value}");
        }
    }
}
