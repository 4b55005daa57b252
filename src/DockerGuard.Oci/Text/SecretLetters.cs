namespace DockerGuard.Oci.Text;

/// <summary>Options of one letter that take a password.</summary>
internal static class SecretLetters
{
    /// <summary>Letters of curl that take a value: a word of letters ends at them.</summary>
    private static readonly char[] Curl = "uUHbEodXxFAeTwmKCYyzrQtcDP".ToCharArray();

    /// <summary>Commands whose password follows its letter at once; alone the letter is a question.</summary>
    public static readonly string[] CommandsWithAttached =
        ["mysql", "mysqldump", "mysqladmin", "mariadb", "7z", "7za", "7zz"];

    /// <summary>Where in a word of curl's letters the one stands that takes the rest; -1 without one.</summary>
    public static int OfCurl(string word) => word.IndexOfAny(Curl, 1);

    /// <summary>Words of command lines on which the letter takes a password.</summary>
    public static string[] CommandsWith(char letter) => letter switch
    {
        'a' => ["http", "https", "xh", "redis-cli"],
        'k' => ["push"],
        'N' => ["ssh-keygen"],
        'p' =>
        [
            "login", "sshpass", "sources", "source", "twine", "mongo", "mongosh", "mongodump", "useradd", "usermod",
            "dev-certs",
        ],
        'P' => ["sqlcmd", "bcp", "zip", "unzip"],
        'u' => ["lftp"],
        'U' => ["smbclient"],
        _ => [],
    };
}
