using System.Collections.Immutable;
using System.Net;
using AuthProfiles.Settings;

namespace AuthProfiles;

/// <summary>The settings that every kind of profile has.</summary>
public static class ProfileSettings
{
    internal const string Section = "AuthProfiles:Profiles";

    /// <summary>Gets the settings of <see cref="ProfileOptions"/>.</summary>
    public static SettingList<ProfileOptions> Common { get; } = new SettingList<ProfileOptions>()
        .Text(nameof(ProfileOptions.BaseUrl), "The service's base address; {tenant} and {{field}} are filled in from the connection.", o => o.BaseUrl, (o, v) => o.BaseUrl = v)
        .TextList(nameof(ProfileOptions.TenantSynonyms), "What the service calls the tenant, such as subdomain: then templates may say {subdomain}.", o => o.TenantSynonyms)
        .TextList(nameof(ProfileOptions.AlsoAllow), "Further origins that may receive the credential.", o => o.AlsoAllow)
        .Text(nameof(ProfileOptions.IdentityProviderName), "Who authorizes, for people.", o => o.IdentityProviderName, (o, v) => o.IdentityProviderName = v)
        .Text(nameof(ProfileOptions.Description), "What the profile is for, for people.", o => o.Description, (o, v) => o.Description = v)
        .Flag(nameof(ProfileOptions.AllowAnyTenant), "Whether tenants without a connection of their own are served with the shared values.", o => o.AllowAnyTenant, (o, v) => o.AllowAnyTenant = v)
        .Choice<ConnectionMode>(nameof(ProfileOptions.ConnectionMode), "Who authorizes the connections: the developer, users, or both.", o => o.ConnectionMode, (o, v) => o.ConnectionMode = v)
        .Choice<ConflictRule>(nameof(ProfileOptions.OnConflict), "What happens when a request already carries another value in the credential's place.", o => o.OnConflict, (o, v) => o.OnConflict = v)
        .Choice<RenewOn>(nameof(ProfileOptions.RenewOn), "Which answer 401 means that a credential is spent.", o => o.RenewOn, (o, v) => o.RenewOn = v)
        .RecordList(nameof(ProfileOptions.ExpiredWhen), ExpiredAnswers(), new(default), o => [.. o.ExpiredWhen], Expect)
        .Number(nameof(ProfileOptions.PayloadLimit), "How many bytes of a body are taken into memory for a payload field.", 1, 1 << 30, o => o.PayloadLimit, (o, v) => o.PayloadLimit = v)
        .Moment(nameof(ProfileOptions.SecretExpiresOn), "When the secret stops being good; from 30 days before, start-up and the Test warn.", o => o.SecretExpiresOn, (o, v) => o.SecretExpiresOn = v)
        .Text(nameof(ProfileOptions.Probe), "A harmless request that shows whether the authorization works, such as GET users/me.", o => o.Probe, (o, v) => o.Probe = v)
        .Text(nameof(ProfileOptions.PrimaryHandler), "The client of the application whose primary handler (proxy, certificate) the profile goes by.", o => o.PrimaryHandler, (o, v) => o.PrimaryHandler = v);

    private static SettingList<SettingDraft<ExpiredAnswer>> ExpiredAnswers() => new SettingList<SettingDraft<ExpiredAnswer>>()
        .Number(nameof(ExpiredAnswer.Status), "The status of an answer that means that the token has expired.", 200, 599, static _ => null, (o, v) => o.Value = o.Value with { Status = (HttpStatusCode)v })
        .Text(nameof(ExpiredAnswer.BodyPath), "What the answer's body must have, as a JSON Pointer.", o => o.Value.BodyPath, (o, v) => o.Value = o.Value with { BodyPath = v })
        .Text(nameof(ExpiredAnswer.Value), "What must stand there.", o => o.Value.Value, (o, v) => o.Value = o.Value with { Value = v });

    private static void Expect(ProfileOptions options, ImmutableArray<ExpiredAnswer> answers)
    {
        options.ExpiredWhen.Clear();
        foreach (var answer in answers)
        {
            options.ExpiredWhen.Add(answer);
        }
    }
}
