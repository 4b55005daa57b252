namespace DockerGuard.Registry.Credentials;

/// <summary>What a registry, or the token service it names, is told about who asks.</summary>
public sealed class RegistryCredential
{
    private RegistryCredential(string userName, string? password, string? identityToken)
    {
        UserName = userName;
        Password = password;
        IdentityToken = identityToken;
    }

    public string UserName { get; }

    /// <summary>Null when there is an <see cref="IdentityToken"/>.</summary>
    public string? Password { get; }

    /// <summary>An OAuth 2 refresh token, as Azure's registry hands out at "docker login".</summary>
    public string? IdentityToken { get; }

    public static RegistryCredential FromPassword(string userName, string password) => new(userName, password, null);

    public static RegistryCredential FromIdentityToken(string identityToken) => new("", null, identityToken);

    /// <summary>Says whose it is and nothing secret.</summary>
    public override string ToString() => IdentityToken is null ? UserName : "(identity token)";
}
