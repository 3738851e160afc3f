using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tool.Settings;

/// <summary>The settings as the application has them, and where they come from.</summary>
internal sealed record LoadedSettings(IConfigurationRoot Root, IReadOnlyList<string> Sources);
