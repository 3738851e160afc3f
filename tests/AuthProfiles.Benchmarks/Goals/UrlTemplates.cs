using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Templates;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G13: an address template of three slots, as text, and as a <see cref="Uri"/> whose values come again.</summary>
internal sealed class UrlTemplates : IGoal
{
    private static readonly string[] Values = ["contoso", "gpt-4o-mini", "2024-10-21"];

    private readonly Dictionary<(string, string, string), Uri> _known = new() { [(Values[0], Values[1], Values[2])] = new(SplitTemplate.Expand(Values)) };
    private readonly UrlTemplate _template = UrlTemplate.Parse(
        SplitTemplate.Text, TemplateNames.Of("service", "BaseUrl").WithField("deployment").WithField("version"));

    private object? _last;

    public string Id => "G13";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        if (!string.Equals(_template.Expand(Values), SplitTemplate.Expand(Values), StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The two sides do not make the same address.");
        }

        var rounds = new Rounds { Calls = 50_000 };
        var texts = await rounds.MeasureAsync(Case.Of("parts split before, values escaped on the stack", Reference), Case.Of("UrlTemplate.Expand", Expand));
        var addresses = await rounds.MeasureAsync(Case.Of("dictionary of Uris by three texts", Look), Case.Of("UrlTemplate.GetUri, values that come again", GetUri));
        return
        [
            texts[0].Inform(Id),
            texts[1].Promise(Id, texts[0], 1.15, Check.Bytes(texts[1].Bytes - texts[0].Bytes, 0)),
            addresses[0].Inform(Id),
            addresses[1].Promise(Id, addresses[0], 1.4, Check.Bytes(addresses[1].Bytes, 0)),
        ];
    }

    private void Reference(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _last = SplitTemplate.Expand(Values);
        }
    }

    private void Expand(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _last = _template.Expand(Values);
        }
    }

    private void Look(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _last = _known[(Values[0], Values[1], Values[2])];
        }
    }

    private void GetUri(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _last = _template.GetUri(Values);
        }
    }
}
