using AuthProfiles.Settings;

namespace AuthProfiles.Profiles;

/// <summary>Collects what is wrong with a profile's options, so that all of it is told at once.</summary>
internal sealed class ProfileErrors(SettingSection section)
{
    private List<string>? _sentences;

    public void AddIf(bool wrong, string setting, string allowed)
    {
        if (wrong)
        {
            Add(section.Wrong(setting, allowed));
        }
    }

    public void Refuse(string setting, string allowed) => AddIf(wrong: true, setting, allowed);

    public void AddMissing(string setting) => Add(section.Missing(setting));

    public void Add(string sentence) => (_sentences ??= []).Add(sentence);

    /// <summary>Runs a step that refuses with an exception of ours, and keeps its message for later.</summary>
    public TResult? Try<TResult>(Func<TResult> step)
        where TResult : class
    {
        try
        {
            return step();
        }
        catch (AuthorizationException error)
        {
            Add(error.Message);
            return null;
        }
    }

    /// <summary>Throws if there is an error.</summary>
    public void Throw(string profile)
    {
        if (_sentences is not null)
        {
            throw new AuthorizationException(AuthorizationErrorKind.Configuration, profile, string.Join(Environment.NewLine, _sentences));
        }
    }
}
