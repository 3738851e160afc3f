namespace AuthProfiles.DependencyInjection;

/// <summary>Options of nothing: the platform validates options when a host starts, and profiles are validated with them.</summary>
internal sealed class StartupOptions;
