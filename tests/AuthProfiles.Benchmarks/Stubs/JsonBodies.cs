using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Makes JSON as chat services take it: many short strings.</summary>
internal static class JsonBodies
{
    private static readonly string[] Messages =
    [
        """{"role":"system","content":"You are the support desk of a small company. Answer briefly."}""",
        """{"role":"user","content":"The export has been empty since this morning. Is anything known?","name":"j.doe"}""",
        """{"role":"assistant","content":"Yes: a fix is on its way.","metadata":{"ticket":4711,"seen":true,"score":0.87}}""",
    ];

    /// <summary>Returns an object of about a length, in UTF-8.</summary>
    public static byte[] Make(int length)
    {
        var text = new StringBuilder("""{"model":"gpt-4o-mini","temperature":0.2,"messages":[""").Append(Messages[0]);
        for (var i = 1; text.Length < length - 2; i++)
        {
            text.Append(',').Append(Messages[i % Messages.Length]);
        }

        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
