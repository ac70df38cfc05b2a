using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Models;

/// <summary>Where a model is asked, by whose name and under which limits. There is none unless its operator sets one.</summary>
/// <param name="Address">The base address, http or https, as <c>http://127.0.0.1:11434/v1</c>; <c>/chat/completions</c> is added to it.</param>
/// <param name="Model">The model's name at the endpoint, and as author of its claims.</param>
/// <param name="Key">Sent as bearer token; <see langword="null"/> where none is needed. It stands in no message, claim or log.</param>
/// <param name="Timeout">For each asking, from the connection to the last byte of the answer.</param>
internal sealed record ModelEndpoint(Uri Address, string Model, string? Key, TimeSpan Timeout)
{
    /// <summary>The variable that holds the key: a command line would show it to everybody on the machine.</summary>
    internal const string KeyVariable = "LINCHPIN_MODEL_KEY";

    /// <summary>An endpoint as set, checked.</summary>
    /// <exception cref="FaultException"><c>program.model-setting</c></exception>
    internal static ModelEndpoint Of(string? address, string? model, string? key, TimeSpan timeout)
    {
        if (string.IsNullOrWhiteSpace(address) || string.IsNullOrWhiteSpace(model))
        {
            throw ModelFaults.Setting.Because("No endpoint or no model is set.");
        }

        if (!Uri.TryCreate(address.Trim().TrimEnd('/') + "/chat/completions", UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw ModelFaults.Setting.Because("The endpoint is not a plain http or https address.", remedy: "Give it as http://127.0.0.1:11434/v1, without name, password or query.");
        }

        if (model.Trim().Length > 200 || model.Any(char.IsControl))
        {
            throw ModelFaults.Setting.Because("The model's name is no name.", remedy: "Give the name that the endpoint lists.");
        }

        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        if (key is { } secret && (secret.Length > 4096 || secret.Any(c => c is <= ' ' or > '~')))
        {
            throw ModelFaults.Setting.Because($"{KeyVariable} has characters that no key has.", remedy: "Set it to the key alone, on one line.");
        }

        return key is not null && uri is { Scheme: "http", IsLoopback: false }
            ? throw ModelFaults.Setting.Because("A key would cross the network unencrypted.", uri.Authority, "Give an https address, or unset " + KeyVariable + ".")
            : new ModelEndpoint(uri, model.Trim(), key, timeout);
    }

    /// <summary>Who the endpoint is, for the decision which documents it may get.</summary>
    /// <param name="readers">The node's readers.</param>
    /// <param name="name">The name set; <see langword="null"/> for the public, which gets what is TLP:CLEAR without a list or a hold.</param>
    /// <exception cref="FaultException"><c>program.model-setting</c> for the node's owner where the endpoint is another machine; <c>ledger.reader-unknown</c></exception>
    internal Reader Reader(Readers readers, string? name)
    {
        Reader reader = readers.Find(name ?? Ledger.Reader.Public.Name);
        return reader.Owner && !Address.IsLoopback
            ? throw ModelFaults.Setting.Because("The node's owner reads everything, and this endpoint is another machine.", Address.Authority, "Add the endpoint to readers.json as a reader of its own.")
            : reader;
    }

    /// <summary>Without the key.</summary>
    public override string ToString() => $"{Model} at {Address.Scheme}://{Address.Authority}";
}
