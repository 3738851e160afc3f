namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>Where the real servers are: environment variables, or nothing.</summary>
internal static class LiveEnvironment
{
    public const string Issuer = "AUTHPROFILES_LIVE_ISSUER";
    public const string Fixture = "AUTHPROFILES_LIVE_IDP_FIXTURE";
    public const string AzureDeployments = "AUTHPROFILES_LIVE_AZUREOPENAI_DEPLOYMENT_ENDPOINT";
    public const string AzureV1 = "AUTHPROFILES_LIVE_AZUREOPENAI_V1_ENDPOINT";
    public const string Zendesk = "AUTHPROFILES_LIVE_ZENDESK_ENDPOINT";

    /// <summary>Returns an address from the environment, or ignores the test that needs it.</summary>
    public static Uri Require(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(value))
        {
            Assert.Ignore($"{variable} is not set, so there is no real server to test against. CONTRIBUTING.md says how to start one.");
        }

        return new(value!);
    }
}
