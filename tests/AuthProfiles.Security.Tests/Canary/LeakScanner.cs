using System.Buffers;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Looks for secrets, in every form, in what was told.</summary>
internal sealed class LeakScanner
{
    private readonly (string Kind, string Form, string Text)[] _forms;
    private readonly SearchValues<string> _any;

    public LeakScanner(IEnumerable<PlantedSecret> secrets)
    {
        _forms = [.. secrets.SelectMany(static secret => SecretForms.Of(secret.Core).Select(form => (secret.Kind, form.Form, form.Text)))];
        _any = SearchValues.Create([.. _forms.Select(static form => form.Text).Distinct(StringComparer.Ordinal)], StringComparison.Ordinal);
    }

    /// <summary>Returns a sentence for each leak.</summary>
    public IEnumerable<string> Scan(IEnumerable<Observation> told) => told.Distinct().Select(Unescaped).Where(one => one.Text.AsSpan().ContainsAny(_any)).Select(Describe);

    // An escaped text that was made JSON has its backslashes twice.
    private static Observation Unescaped(Observation told) =>
        told.Text.Contains(@"\\", StringComparison.Ordinal) ? told with { Text = $"{told.Text} {told.Text.Replace(@"\\", @"\", StringComparison.Ordinal)}" } : told;

    private string Describe(Observation told)
    {
        var (kind, form, _) = _forms.First(form => told.Text.Contains(form.Text, StringComparison.Ordinal));
        return $"{kind}, {form}, in {told.Sink}: {(told.Text.Length > 400 ? told.Text[..400] : told.Text)}";
    }
}
