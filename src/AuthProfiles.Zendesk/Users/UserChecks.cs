using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class UserChecks
{
    public static void New(NewUser user, string parameter)
    {
        ArgumentNullException.ThrowIfNull(user, parameter);
        if (string.IsNullOrWhiteSpace(user.Name))
        {
            throw new ArgumentException("A user has a name.", parameter);
        }

        RecordChecks.Tags(user.Tags, parameter);
        foreach (var identity in user.Identities ?? [])
        {
            Identity(identity, parameter);
        }
    }

    public static void Identity(NewUserIdentity identity, string parameter)
    {
        ArgumentNullException.ThrowIfNull(identity, parameter);
        if (string.IsNullOrWhiteSpace(identity.Type.Value) || string.IsNullOrWhiteSpace(identity.Value))
        {
            throw new ArgumentException("An identity has a type and a value.", parameter);
        }
    }

    /// <summary>Checks a user who may be there already: without an address and an external id, Zendesk would make a new one each time.</summary>
    public static void Findable(NewUser user, string parameter)
    {
        New(user, parameter);
        if (string.IsNullOrWhiteSpace(user.Email) && string.IsNullOrWhiteSpace(user.ExternalId))
        {
            throw new ArgumentException("Give the user's Email or ExternalId: by these Zendesk finds the user who is there.", parameter);
        }
    }

    public static void Many(IReadOnlyList<NewUser> users, Action<NewUser, string> check)
    {
        RecordChecks.Many(users, nameof(users));
        foreach (var user in users)
        {
            check(user, nameof(users));
        }
    }

    public static void Update(UserUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        RecordChecks.Tags(update.Tags, nameof(update));
        UpdateCheck.ChangesSomething(update with { SkipsVerifyEmail = false }, nameof(update));
    }
}
