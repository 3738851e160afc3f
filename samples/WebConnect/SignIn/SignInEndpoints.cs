using System.Security.Claims;
using AuthProfiles.Samples.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using WebConnect.Pages;

namespace WebConnect.SignIn;

/// <summary>Signing in and out, by a cookie.</summary>
internal static class SignInEndpoints
{
    public const string Address = "/sign-in";
    public const string SignOutAddress = "/sign-out";
    public const string ReturnUrl = "returnUrl";

    private const string EmailField = "email";
    private const string PasswordField = "password";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet(Address, static (DemoUsers users, HttpRequest request) => Page(users, Local(request.Query[ReturnUrl]), email: null, fault: null));
        app.MapPost(Address, SignInAsync).FromOwnForms();
        app.MapPost(SignOutAddress, (Delegate)SignOutAsync).FromOwnForms();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, DemoUsers users)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (email, returnUrl) = (form[EmailField].ToString(), Local(form[ReturnUrl]));
        if (users.Find(email, form[PasswordField]) is not { } user)
        {
            return Page(users, returnUrl, email, "The email or the password is wrong.");
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.Id), new(ClaimTypes.Name, user.Name)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return new SeeOther(returnUrl ?? "/");
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        return new SeeOther(Address);
    }

    // Browsers read a second slash, or a backslash, as the begin of another host.
    private static string? Local(string? address) =>
        address is ['/', ..] and not ['/', '/', ..] && !address.Any(static character => character == '\\' || char.IsControl(character)) ? address : null;

    private static PageResult Page(DemoUsers users, string? returnUrl, string? email, string? fault) => new("Sign in", page =>
    {
        var html = page.HtmlText;
        html.Add($"<h1>Sign in</h1>");
        if (fault is not null)
        {
            html.Add($"<p class=\"notice failure\" role=\"alert\" id=\"fault\">{fault}</p>");
        }

        html.Add($"<form method=\"post\" action=\"{Address}\" class=\"card narrow\">");
        page.AddToken();
        html.Add($"<input type=\"hidden\" name=\"{ReturnUrl}\" value=\"{returnUrl}\">");
        html.Add($"<div class=\"field\"><label for=\"email\">Email</label><input id=\"email\" name=\"{EmailField}\" type=\"email\" value=\"{email}\" autocomplete=\"username\" required aria-describedby=\"{(fault is null ? "hint" : "fault hint")}\"></div>");
        html.Add($"<div class=\"field\"><label for=\"password\">Password</label><input id=\"password\" name=\"{PasswordField}\" type=\"password\" autocomplete=\"current-password\" required aria-describedby=\"{(fault is null ? "hint" : "fault hint")}\"></div>");
        html.Add($"<button type=\"submit\">Sign in</button>");
        AddHint(html, users);
        html.Add($"</form>");
    })
    { Status = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };

    private static void AddHint(HtmlText html, DemoUsers users)
    {
        var names = string.Join(" or ", DemoUsers.All.Select(static user => user.Email));
        html.Add($"<p class=\"small\" id=\"hint\">{(users.KnownPassword is { } password ? $"Demo users: {names}. Password: {password}" : $"Users: {names}")}</p>");
    }
}
