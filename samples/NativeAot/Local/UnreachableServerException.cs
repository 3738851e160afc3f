using System.Data.Common;

namespace NativeAot.Local;

/// <summary>What a driver throws where nobody listens.</summary>
internal sealed class UnreachableServerException : DbException
{
    public UnreachableServerException()
        : base("Connection refused.")
    {
    }

    public UnreachableServerException(string message)
        : base(message)
    {
    }

    public UnreachableServerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
