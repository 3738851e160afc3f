namespace AuthProfiles.AspNetCore.Pages;

/// <summary>What a test showed: the outcome, then headers and answer as they were, without their secrets.</summary>
internal sealed class TestReport(Html html, AuthorizationTestResult test)
{
    public void Add()
    {
        var outcome = test.Succeeded ? "The test has succeeded." : $"The test has failed at {test.Stage}.";
        html.Add($"<div class=\"test\" role=\"{(test.Succeeded ? "status" : "alert")}\"><h3>{outcome}</h3>");
        html.Add($"<p class=\"text\">{test.Message}</p>");
        foreach (var warning in test.Warnings)
        {
            html.Add($"<p class=\"text\">{warning}</p>");
        }

        html.Add($"</div>");
        if (test.Request is { } request)
        {
            html.Add($"<details open><summary>Headers</summary><pre tabindex=\"0\">{request.Method} {request.Address}");
            AddHeaders(request.Headers);
            html.Add($"</pre></details>");
        }

        if (test.Response is { } response)
        {
            html.Add($"<details open><summary>Response</summary><pre tabindex=\"0\">{response.StatusCode}");
            AddHeaders(response.Headers);
            html.Add($"");
            html.Add($"{response.Body}</pre></details>");
        }
    }

    private void AddHeaders(IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            html.Add($"{name}: {value}");
        }
    }
}
