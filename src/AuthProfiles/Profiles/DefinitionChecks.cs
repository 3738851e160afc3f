using AuthProfiles.Connections;
using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;
using AuthProfiles.Templates;

namespace AuthProfiles.Profiles;

/// <summary>Holds what a profile was told to the rules that are the same for every kind.</summary>
internal static class DefinitionChecks
{
    public static void Check(ProfileDefinition definition, ProfileErrors errors)
    {
        errors.AddIf(definition.PayloadLimit is < 1 or > 1 << 30, nameof(ProfileOptions.PayloadLimit), "a number from 1 to 1,073,741,824");
        errors.AddIf(definition.PrimaryHandler is not null && string.IsNullOrWhiteSpace(definition.PrimaryHandler), nameof(ProfileOptions.PrimaryHandler), "the name of a client of the application");
        CheckMode(definition, errors);
        CheckFields(definition, errors);
        CheckRenewal(definition, errors);
        CheckProbe(definition, errors);
    }

    private static void CheckMode(ProfileDefinition definition, ProfileErrors errors)
    {
        errors.AddIf(!Enum.IsDefined(definition.ConnectionMode), nameof(ProfileOptions.ConnectionMode), $"{nameof(ConnectionMode.Any)}, {nameof(ConnectionMode.PreAuthorized)} or {nameof(ConnectionMode.UserAuthorized)}");
        errors.AddIf(
            definition.Traits.RefusesUsers && definition.ConnectionMode == ConnectionMode.UserAuthorized,
            nameof(ProfileOptions.ConnectionMode),
            $"{nameof(ConnectionMode.Any)} or {nameof(ConnectionMode.PreAuthorized)}: {definition.AuthorizationType} is the application's own access and serves no user");
    }

    private static void CheckRenewal(ProfileDefinition definition, ProfileErrors errors)
    {
        errors.AddIf(!Enum.IsDefined(definition.RenewOn), nameof(ProfileOptions.RenewOn), $"{nameof(RenewOn.Unauthorized)} or {nameof(RenewOn.InvalidToken)}");
        foreach (var answer in definition.ExpiredWhen)
        {
            var setting = nameof(ProfileOptions.ExpiredWhen);
            errors.AddIf((int)answer.Status is not ((>= 200 and <= 299) or (>= 400 and <= 599)), setting, "answers with a status from 200 to 299 or from 400 to 599");
            errors.AddIf(answer is { BodyPath: null, Value: not null }, setting, "answers with a body path to the value");
            if (answer.BodyPath is { } pointer && JsonPointer.Fault(pointer) is { } fault)
            {
                errors.Refuse(setting, $"another body path than '{Printable.Escape(pointer)}': {fault}");
            }
        }
    }

    private static void CheckFields(ProfileDefinition definition, ProfileErrors errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in definition.AdditionalFields)
        {
            if (!seen.Add(field.Key))
            {
                errors.Refuse(nameof(ProfileOptions.AdditionalFields), $"fields with different keys ('{Printable.Escape(field.Key)}' is there twice)");
            }

            if (field.BelongsTo is { } owner && definition.FieldOf(owner) is null)
            {
                errors.Refuse(nameof(ProfileOptions.AdditionalFields), $"fields that belong to one of the profile's ('{Printable.Escape(field.Key)}' belongs to '{Printable.Escape(owner)}', which is none)");
            }

            if (field.Pattern is { } pattern && !FieldPattern.IsValid(pattern))
            {
                errors.Refuse(nameof(ProfileOptions.AdditionalFields), $"fields whose pattern is a regular expression without look-around and back-references (that of '{Printable.Escape(field.Key)}' is none)");
            }
        }
    }

    private static void CheckProbe(ProfileDefinition definition, ProfileErrors errors)
    {
        if (definition.Probe is null)
        {
            return;
        }

        if (!Probe.TryParse(definition.Probe, out var probe))
        {
            errors.Refuse(nameof(ProfileOptions.Probe), "GET, HEAD or OPTIONS, a space, and an address below the base address, such as GET users/me");
            return;
        }

        // Whatever the base address turns out to be, the same addresses can be joined to it.
        errors.Try(nameof(ProfileOptions.Probe), () => RelativeAddress.Join(new("https://probe.invalid/"), probe.Address, definition.Name));
    }
}
