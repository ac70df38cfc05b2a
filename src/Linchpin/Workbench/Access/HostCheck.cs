using System.Net;
using Linchpin.Claims;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Linchpin.Workbench.Access;

/// <summary>Refuses requests addressed to a host that this workbench does not serve, and changes that another site asks for.</summary>
/// <remarks>
/// A page of another site can make a browser resolve its own name to 127.0.0.1 (DNS rebinding) and read the answer; the Host header then still carries that name.
/// An address in numbers cannot be rebound, so where all interfaces are served every numeric address is accepted.
/// </remarks>
internal sealed class HostCheck(RequestDelegate next, IServer server, WorkbenchSettings settings)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];
    private Served? _served;

    /// <summary>Passes the request on, or refuses it.</summary>
    /// <exception cref="FaultException"><c>workbench.host</c>, <c>workbench.origin</c></exception>
    public Task InvokeAsync(HttpContext http)
    {
        // The addresses are known once the server has started: port 0 is a real port by then.
        Served served = _served ??= Served.From(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], settings.HostNames);
        if (!served.Has(http.Request.Host))
        {
            throw WorkbenchFaults.Host.Because($"The request is for '{Shown.Short(http.Request.Host.Value)}', which is not served here.");
        }

        bool change = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        string? origin = http.Request.Headers.Origin;
        if (change && (http.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (!string.IsNullOrEmpty(origin) && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && served.Has(new HostString(from.Authority))))))
        {
            throw WorkbenchFaults.Origin.Because($"The change comes from '{Shown.Short(origin)}'.");
        }

        return next(http);
    }

    private sealed record Served(HashSet<string> Hosts, bool AnyNumber)
    {
        public static Served From(IEnumerable<string> addresses, IReadOnlyList<string> names)
        {
            var hosts = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
            bool any = false;
            foreach (string address in addresses)
            {
                BindingAddress at = BindingAddress.Parse(address);
                bool all = at.Host is "*" or "+" or "0.0.0.0" or "[::]";
                any |= all;
                foreach (string host in all || Loopback.Contains(at.Host, StringComparer.OrdinalIgnoreCase) ? Loopback : [at.Host])
                {
                    hosts.Add($"{host}:{at.Port}");
                    if ((at.Scheme == "http" && at.Port == 80) || (at.Scheme == "https" && at.Port == 443))
                    {
                        hosts.Add(host);
                    }
                }
            }

            return new Served(hosts, any);
        }

        public bool Has(HostString host) => host.HasValue
            && (Hosts.Contains(host.Value) || Hosts.Contains(host.Host) || (AnyNumber && IPAddress.TryParse(host.Host.Trim('[', ']'), out _)));
    }
}
