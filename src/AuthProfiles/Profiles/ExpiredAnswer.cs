using System.Net;

namespace AuthProfiles;

/// <summary>Describes an answer by which a service says that the token has expired, where it does not answer 401.</summary>
/// <remarks>
/// With a body path the answer's body is looked at, its first 64 KiB at most, and given to the caller untouched. A body that is no JSON, or is
/// compressed where the primary handler does not decompress, describes nothing. Immutable and thread-safe.
/// </remarks>
/// <param name="Status">The status, from 200 to 299 or from 400 to 599.</param>
/// <param name="BodyPath">What the body must have, as a JSON Pointer (RFC 6901) such as <c>/error/code</c>; null where the status says it all.</param>
/// <param name="Value">What must stand there: a text, the digits of a number, <c>true</c> or <c>false</c>; compared exactly. Null for anything but null.</param>
public sealed record ExpiredAnswer(HttpStatusCode Status, string? BodyPath = null, string? Value = null);
