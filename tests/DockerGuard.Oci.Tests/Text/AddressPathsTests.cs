using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>Some addresses have their secret in the path; hosts that do so are known.</summary>
[TestClass]
public sealed class AddressPathsTests
{
    [TestMethod]
    [DataRow("https://hooks.slack.com/services/T0/B0/abcX, and", "https://hooks.slack.com/services/***, and")]
    [DataRow("hooks.slack.com/services/T0/B0/abcX", "hooks.slack.com/services/***")]
    [DataRow("https://HOOKS.slack.com/workflows/T0/A0/1/abcX", "https://HOOKS.slack.com/workflows/***")]
    [DataRow("'https://api.telegram.org/bot12:abcX/send?a=b'", "'https://api.telegram.org/bot***/send?a=b'")]
    [DataRow("https://api.telegram.org/file/bot12:abcX/x.txt", "https://api.telegram.org/file/bot***/x.txt")]
    [DataRow("https://discord.com/api/webhooks/12/abcX", "https://discord.com/api/webhooks/***")]
    [DataRow("https://canary.discordapp.com/api/v10/webhooks/12/abcX?wait=true",
        "https://canary.discordapp.com/api/v10/webhooks/***?wait=true")]
    [DataRow("https://conda.anaconda.org/t/abcX/org/x", "https://conda.anaconda.org/t/***/org/x")]
    [DataRow("https://conda.contoso.example/t/ab-01234567-89ab-cdef-0123-456789abcdef/org",
        "https://conda.contoso.example/t/***/org")]
    [DataRow("https://contoso.webhook.office.com/webhookb2/1@2/x/3/4",
        "https://contoso.webhook.office.com/webhookb2/***")]
    [DataRow("https://outlook.office.com/webhook/1@2/x/3/4", "https://outlook.office.com/webhook/***")]
    [DataRow("https://hooks.zapier.com/hooks/catch/12/abcX/", "https://hooks.zapier.com/hooks/***")]
    [DataRow("https://maker.ifttt.com/trigger/x/with/key/abcX", "https://maker.ifttt.com/trigger/x/with/key/***")]
    [DataRow("https://hook.eu1.make.com/abcX", "https://hook.eu1.make.com/***")]
    [DataRow("https://dl.cloudsmith.io/abcX/org/repo/", "https://dl.cloudsmith.io/***/org/repo/")]
    [DataRow("https://www.myget.org/F/feed/auth/abcX/api/v3", "https://www.myget.org/F/feed/auth/***/api/v3")]
    [DataRow("https://mainnet.infura.io/v3/abcX", "https://mainnet.infura.io/v3/***")]
    [DataRow("https://open.feishu.cn/open-apis/bot/v2/hook/abcX", "https://open.feishu.cn/open-apis/bot/v2/hook/***")]
    [DataRow("https://hc-ping.com/abcX", "https://hc-ping.com/***")]
    public void A_secret_in_a_path_is_hidden(string text, string expected)
    {
        Assert.AreEqual(expected, AddressCredentials.Hide(text));
        Assert.AreEqual(expected, Printable.Line(text));
    }

    [TestMethod]
    [DataRow("https://api.slack.com/messaging/webhooks and https://hooks.slack.com/docs")]
    [DataRow("https://core.telegram.org/bots/api and https://api.telegram.org/bottles")]
    [DataRow("https://discord.com/developers/docs/resources/webhook and https://discord.com/api/webhooks/")]
    [DataRow("https://discuss.contoso.example/t/how-to-use-tokens/1234")]
    [DataRow("https://dl.cloudsmith.io/public/org/repo/setup.sh")]
    [DataRow("https://nothooks.slack.com/services/x and hooks.slack.com.example/services/x")]
    [DataRow("https://hooks.slack.com/services/$HOOK and https://api.telegram.org/bot${TOKEN}/x")]
    [DataRow("https://hc-ping.com/ and https://hook.eu1.make.com")]
    public void Any_other_path_stays(string text) => Assert.AreEqual(text, Printable.Line(text));
}
