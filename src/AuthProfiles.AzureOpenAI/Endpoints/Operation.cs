using System.Diagnostics;
using AuthProfiles.AzureOpenAI.Authorization;
using AuthProfiles.Settings;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>One operation of the service: where it is called and which deployment serves it when a request names none.</summary>
/// <remarks>Thread-safe. All addresses are below the client's base address, which decides the host.</remarks>
[DebuggerDisplay("{_path,nq}")]
internal sealed class Operation
{
    private const string DefaultVersion = "2024-10-21";

    private readonly UrlFamily _family;
    private readonly string _path;
    private readonly string _query;
    private readonly string _setting;
    private readonly string _profile;
    private readonly SettingSection _section;
    private readonly string? _deployment;
    private readonly Uri? _address;
    private volatile JoinedAddress? _last;

    public Operation(string profile, SettingSection section, string path, string setting, string? deployment, UrlFamily family, string? apiVersion)
    {
        _profile = profile;
        _section = section;
        _path = path;
        _setting = setting;
        _family = family;
        _deployment = string.IsNullOrEmpty(deployment) ? null : deployment;
        _query = QueryOf(apiVersion ?? (family == UrlFamily.Deployment ? DefaultVersion : null));
        _address = family == UrlFamily.V1 ? new Uri("openai/v1/" + path + _query, UriKind.Relative)
            : _deployment is null ? null
            : DeploymentAddress(_deployment);
    }

    /// <summary>Gets a value indicating whether the deployment goes into the body.</summary>
    public bool ModelInBody => _family == UrlFamily.V1;

    /// <summary>Gets the deployment where a request names none, or null.</summary>
    public string? DefaultDeployment => _deployment;

    /// <summary>Returns the deployment to call: the request's, or else the client's.</summary>
    public string Deployment(string? requested) => requested ?? _deployment ?? throw new AuthorizationException(
        AuthorizationErrorKind.Configuration,
        _profile,
        $"{_section.Missing(_setting)} Or name the deployment in the request.");

    /// <summary>Returns the relative address of a deployment's operation.</summary>
    public Uri Address(string deployment) =>
        _address is not null && (_family == UrlFamily.V1 || ReferenceEquals(deployment, _deployment)) ? _address : DeploymentAddress(deployment);

    /// <summary>Returns the address of a deployment's operation below a base address. The last one is remembered: a program usually calls one again and again.</summary>
    public Uri Address(Uri below, string deployment)
    {
        var relative = Address(deployment);
        var last = _last;
        if (last is null || !ReferenceEquals(last.Below, below) || !ReferenceEquals(last.Relative, relative))
        {
            _last = last = new(below, relative, new Uri(below, relative));
        }

        return last.Address;
    }

    private Uri DeploymentAddress(string deployment)
    {
        // Escaping makes every other name one segment; a dot segment would survive it and be resolved away.
        if (deployment is "" or "." or "..")
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.InvalidValue,
                _profile,
                $"{AzureOpenAIKind.Subject} '{_profile}': a deployment for '{_path}' is empty or a dot segment. Give the name of a deployment of the resource.");
        }

        return new Uri($"openai/deployments/{Uri.EscapeDataString(deployment)}/{_path}{_query}", UriKind.Relative);
    }

    private string QueryOf(string? version)
    {
        if (string.IsNullOrEmpty(version))
        {
            return string.Empty;
        }

        return version.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.')
            ? "?api-version=" + version
            : throw new AuthorizationException(
                AuthorizationErrorKind.InvalidValue,
                _profile,
                $"{AzureOpenAIKind.Subject} '{_profile}': ApiVersion has characters that no version has. Give one such as {DefaultVersion}.");
    }
}
