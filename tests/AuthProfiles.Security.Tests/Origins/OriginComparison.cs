namespace AuthProfiles.Security.Tests.Origins;

/// <summary>The cells in which a client's credential was heard at a foreign origin.</summary>
internal sealed record OriginComparison(string Client, int Sent, IReadOnlyList<OriginCell> Leaks)
{
    public static async Task<OriginComparison> MeasureAsync(IComparedClient client, CancellationToken cancellationToken)
    {
        var (sent, leaks) = (0, new List<OriginCell>());
        foreach (var place in CredentialPlace.All)
        {
            foreach (var target in OriginTarget.All)
            {
                await using var stage = new OriginStage(target);
                using var calls = client.Create(stage, place);
                foreach (var cell in OriginCell.Of(target, place))
                {
                    await calls.SendAsync(cell, cancellationToken);
                    if (stage.HasLeaked())
                    {
                        leaks.Add(cell);
                    }
                }

                sent += stage.Requests.Count(OriginMatrixTests.Carries);
            }
        }

        return new(client.Name, sent, leaks);
    }

    public int Count(CredentialPlace place, int status) => Leaks.Count(cell => cell.Place == place && cell.Status == status);

    public int Count(CredentialPlace place, OriginTarget target) => Leaks.Count(cell => cell.Place == place && cell.Target == target);
}
