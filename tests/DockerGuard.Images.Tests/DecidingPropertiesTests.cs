using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

/// <summary>The properties that a project decides something by.</summary>
[TestClass]
public sealed class DecidingPropertiesTests
{
    [TestMethod]
    [DataRow("<TargetFramework>net10.0</TargetFramework>", "")]
    [DataRow("<TargetFramework Condition=\"'$(USE_DOTNET6)' == 'true'\">net6.0</TargetFramework>", "USE_DOTNET6")]
    [DataRow("<PropertyGroup Condition = '$(A) or Exists($(B))'><PublishAot>true</PublishAot>", "A, B")]
    [DataRow("<PropertyGroup Condition=\"$(A)\"><X/></PropertyGroup><SelfContained>true</SelfContained>", "")]
    [DataRow("<ItemGroup Condition=\"'$(A)' == ''\"><Compile Remove=\"x\" Condition=\"$(B)\"/></ItemGroup>", "")]
    [DataRow("<Choose><When Condition=\"$(A)\">", "A")]
    [DataRow("<Import Project=\"x.props\" Condition=\"$(A)\"/>", "A")]
    [DataRow("<PropertyGroup Condition=\"'$(Configuration)|$(Platform)' == 'Release|AnyCPU'\">", "")]
    [DataRow("<SelfContained Condition=\"'$(Configuration)|$(Platform)' == 'Release|AnyCPU'\">", "Configuration")]
    [DataRow("<TargetFramework>$(DefaultFramework)</TargetFramework>", "DefaultFramework")]
    [DataRow("<Version>$(VERSION)</Version><OutputPath>$(Out)</OutputPath>", "")]
    [DataRow("<RollForward Condition=\"'$(selfcontained)' == ''\"/>", "")]
    [DataRow("<PublishAot Condition=\"$(Docker)\"/><RollForward\tCondition=\"$(docker)\"/>", "Docker")]
    [DataRow("<When Condition=\"$([MSBuild]::IsOSPlatform('linux'))\"/>", "")]
    [DataRow("<When Condition=\"'$(A", "")]
    [DataRow("Condition Condition= Condition=\"", "")]
    public void Those_of_conditions_and_of_what_is_built_are_found(string text, string expected) =>
        Assert.AreEqual(expected, string.Join(", ", DecidingProperties.In(text)));
}
