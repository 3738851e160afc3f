using AuthProfiles.Diagnostics;
using AuthProfiles.Settings;

namespace AuthProfiles.Profiles;

/// <summary>Collects what is wrong with a profile's options, so that all of it is told at once.</summary>
internal sealed class ProfileErrors(SettingSection section)
{
    private List<SettingFinding>? _findings;

    public void AddIf(bool wrong, string setting, string allowed)
    {
        if (wrong)
        {
            Add(section.Wrong(setting, allowed));
        }
    }

    public void Refuse(string setting, string allowed) => AddIf(wrong: true, setting, allowed);

    public void AddMissing(string setting) => Add(section.Missing(setting));

    /// <summary>Runs a step that refuses with an exception of ours, and keeps what it says for later.</summary>
    /// <param name="setting">What the step reads.</param>
    /// <param name="step">The step.</param>
    public TResult? Try<TResult>(string setting, Func<TResult> step)
        where TResult : class
    {
        try
        {
            return step();
        }
        catch (AuthorizationException error)
        {
            Add(section.Of(FindingIds.Template, setting, error.Message));
            return null;
        }
    }

    /// <summary>Throws if there is an error.</summary>
    public void Throw(string profile)
    {
        if (_findings is not null)
        {
            throw new AuthorizationException(profile, _findings);
        }
    }

    private void Add(SettingFinding finding) => (_findings ??= []).Add(finding);
}
