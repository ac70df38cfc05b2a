using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Linchpin.Workbench.Access;

/// <summary>The keys of forms, kept as long as the process. The framework would write them to a folder outside this node's home.</summary>
internal sealed class KeysInMemory : IXmlRepository
{
    private readonly List<XElement> _keys = [];

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_keys)
        {
            return [.. _keys];
        }
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_keys)
        {
            _keys.Add(element);
        }
    }
}
