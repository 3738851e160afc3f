namespace WebConnect;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    /// <summary>The password of the users of this program.</summary>
    public const string PasswordPath = "WebConnect:Password";

    private const string DirectoryPath = "WebConnect:Directory";
    private const string UrlsPath = "WebConnect:Urls";

    // UserSecretsId of the project file, by which "dotnet user-secrets --project" finds the same place.
    private const string UserSecretsId = "authprofiles-webconnect";

    public static void Load(ConfigurationManager settings)
    {
        try
        {
            settings.Sources.Clear();
            settings
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddUserSecrets(UserSecretsId)
                .AddEnvironmentVariables();
        }
        catch (InvalidDataException error)
        {
            throw new SettingException($"{error.Message} {error.InnerException?.Message}");
        }
    }

    /// <summary>Says whether the settings name real accounts, and then all that is needed of them.</summary>
    public static bool NameAccounts(IConfiguration settings)
    {
        var (zendesk, azure) = (settings.GetSection(Sections.ZendeskPath).Exists(), settings.GetSection(Sections.AzureOpenAIPath).Exists());
        if (zendesk != azure)
        {
            throw new SettingException($"{(zendesk ? Sections.ZendeskPath : Sections.AzureOpenAIPath)} names a real account and {(zendesk ? Sections.AzureOpenAIPath : Sections.ZendeskPath)} none: set both, or neither for the local services.");
        }

        return zendesk && string.IsNullOrEmpty(settings[PasswordPath])
            ? throw new SettingException($"Real accounts are named, and anybody may sign in with the password of the sample: set {PasswordPath} to one of your own.")
            : zendesk;
    }

    public static string Urls(IConfiguration settings, Arguments arguments)
    {
        var urls = arguments.Urls ?? settings[UrlsPath] ?? Arguments.DefaultUrls;
        return urls.Split(';').All(static url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host is "127.0.0.1" or "localhost" or "[::1]")
            ? urls
            : throw new SettingException($"'{urls}' is no place for a sample: set --urls or {UrlsPath} to an address of this machine alone, such as {Arguments.DefaultUrls}.");
    }

    /// <summary>Returns the directory of the program's own, which is made where it is not there.</summary>
    public static string MakeDirectory(IConfiguration settings, Arguments arguments)
    {
        var path = arguments.Directory ?? settings[DirectoryPath]
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), UserSecretsId);
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path).FullName
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException($"The directory '{path}' can't be made ({error.GetType().Name}): set --data or {DirectoryPath} to another.");
        }
    }
}
