using Linchpin.Claims;
using Linchpin.Workbench.Language;
using Microsoft.AspNetCore.Antiforgery;

namespace Linchpin.Workbench.Access;

/// <summary>Addresses that change something: only by POST, only as the node's owner, only with a form that a page of this run gave out.</summary>
internal static class Changes
{
    /// <summary>The form's field that carries the token.</summary>
    public const string TokenField = "__RequestVerificationToken";

    private const string TokenHeader = "RequestVerificationToken";

    /// <summary>Maps a change that a small form asks for.</summary>
    /// <param name="app">The workbench.</param>
    /// <param name="path">The address.</param>
    /// <param name="change">Makes the change; gives the workbench's own address to go to after it.</param>
    public static void MapChange(this WebApplication app, string path, Func<HttpContext, IFormCollection, string> change) => app.MapStreamedChange(path, async http =>
    {
        IFormCollection form = await Form(http).ConfigureAwait(false);
        await Check(http, form[TokenField]).ConfigureAwait(false);
        return change(http, form);
    });

    /// <summary>Maps a change that reads the request itself. It must call <see cref="Check"/> before it believes anything of it.</summary>
    public static void MapStreamedChange(this WebApplication app, string path, Func<HttpContext, Task<string>> change) => app.MapPost(path, (RequestDelegate)(async http =>
    {
        // The address of a change takes no settings: a change is never made as another reader, nor in the past.
        if (http.Request.Query.Count > 0)
        {
            throw WorkbenchFaults.OwnerOnly.Because($"The address of the change carries the setting '{Shown.Short(http.Request.Query.Keys.First())}'.");
        }

        string to = await change(http).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = to;
    })).ExcludeFromDescription();

    /// <summary>Holds the form's token against its cookie.</summary>
    /// <exception cref="FaultException"><c>workbench.form</c></exception>
    public static async Task Check(HttpContext http, string? token)
    {
        // With the token as a header the framework need not read the body, which may be large.
        http.Request.Headers[TokenHeader] = token ?? "";
        try
        {
            await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException e)
        {
            throw WorkbenchFaults.Form.Because("The form carries no token of this run, or the browser sent no cookie with it.", inner: e);
        }
    }

    /// <summary>Where a form asks to go after its change: an address of this workbench, else the one given.</summary>
    public static string Back(IFormCollection form, string otherwise) => Own(form["back"].ToString()) ?? otherwise;

    /// <summary>An address of this workbench as a form gave it; <see langword="null"/> for any other.</summary>
    public static string? Own(string? address) =>
        address is { Length: > 0 and <= 4000 } && address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.Any(c => c is '\\' || char.IsControl(c) || c > '~') ? address : null;

    /// <summary>An address in the language of the page that a form stood on.</summary>
    public static string InLanguage(string? page, string address) =>
        Messages.Languages.FirstOrDefault(l => page?.Contains($"{Messages.Setting}={l}", StringComparison.Ordinal) == true) is { } language ? $"{address}?{Messages.Setting}={language}" : address;

    private static async Task<IFormCollection> Form(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            throw WorkbenchFaults.Form.Because("What was sent is not a form.");
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw WorkbenchFaults.Request.Because(Shown.Short(e.Message, 200), inner: e);
        }
    }
}
