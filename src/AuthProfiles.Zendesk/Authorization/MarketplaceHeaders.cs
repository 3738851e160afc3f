using System.Collections.Immutable;

namespace AuthProfiles.Zendesk.Authorization;

/// <summary>The headers that name an integration of the Marketplace.</summary>
internal static class MarketplaceHeaders
{
    /// <summary>Returns them, or none where nothing is given, and notes on the definition what is wrong.</summary>
    public static ImmutableArray<CredentialField> Of(ProfileDefinition definition, ZendeskMarketplaceOptions options)
    {
        (string Setting, string Header, string? Value)[] all =
        [
            (nameof(options.Name), "X-Zendesk-Marketplace-Name", options.Name),
            (nameof(options.OrganizationId), "X-Zendesk-Marketplace-Organization-Id", options.OrganizationId),
            (nameof(options.AppId), "X-Zendesk-Marketplace-App-Id", options.AppId),
        ];
        if (Array.TrueForAll(all, static one => one.Value is null))
        {
            return [];
        }

        var headers = ImmutableArray.CreateBuilder<CredentialField>(all.Length);
        foreach (var (setting, header, value) in all)
        {
            if (IsFit(value))
            {
                headers.Add(CredentialField.Header(header, value!));
            }
            else
            {
                definition.Refuse($"{nameof(ZendeskOptions.Marketplace)}:{setting}", "visible ASCII characters: the three of the Marketplace are given together, or none");
            }
        }

        return headers.ToImmutable();
    }

    private static bool IsFit(string? value) => value is [not ' ', ..] and [.., not ' '] && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
