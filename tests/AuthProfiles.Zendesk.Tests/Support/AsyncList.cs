namespace AuthProfiles.Zendesk.Tests.Support;

internal static class AsyncList
{
    public static async Task<List<T>> CollectAsync<T>(this IAsyncEnumerable<T> source, List<T>? into = null)
    {
        into ??= [];
        await foreach (var item in source)
        {
            into.Add(item);
        }

        return into;
    }
}
