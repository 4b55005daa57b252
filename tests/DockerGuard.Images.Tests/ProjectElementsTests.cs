using System.IO;
using DockerGuard.Dockerfiles;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class ProjectElementsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dg").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [TestMethod]
    [DataRow(
        "<Project>\n  <PropertyGroup>\n    <ContainerUser>root</ContainerUser>\n  </PropertyGroup>\n</Project>",
        3,
        20,
        3,
        24)]
    [DataRow(
        "<Project>\r\n  <PropertyGroup>\r\n    <ContainerUser>root</ContainerUser>\r\n  </PropertyGroup>\r\n</Project>",
        3,
        20,
        3,
        24)]
    [DataRow(
        "<Project><PropertyGroup><ContainerUser Condition=\"'$(A)' == ''\">\n  root\n"
            + "</ContainerUser></PropertyGroup></Project>",
        2,
        3,
        2,
        7)]
    [DataRow(
        "<Project><PropertyGroup><ContainerUser><![CDATA[root]]></ContainerUser></PropertyGroup></Project>",
        1,
        49,
        1,
        53)]
    [DataRow(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project "
            + "xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><PropertyGroup>"
            + "<containeruser>root</containeruser></PropertyGroup></Project>",
        2,
        100,
        2,
        104)]
    [DataRow(
        "<Project><Target "
            + "Name=\"T\"><PropertyGroup><ContainerUser>root</ContainerUser></PropertyGroup></Target></Project>",
        1,
        57,
        1,
        61)]
    public void Property_value_has_its_exact_place(string xml, int line, int column, int endLine, int endColumn)
    {
        var path = Write("a.csproj", xml);
        Assert.AreEqual(
            new FileOrigin(path, new SourceSpan(line, column, endLine, endColumn)),
            ProjectElements.Load([path]).FindProperty("ContainerUser", "root"));
    }

    [TestMethod]
    public void Entities_are_compared_decoded_and_placed_raw()
    {
        var path = Write("a.csproj", "<Project><PropertyGroup><Title>a &amp; b</Title></PropertyGroup></Project>");
        Assert.AreEqual(
            new SourceSpan(1, 32, 1, 41), ProjectElements.Load([path]).FindProperty("Title", "a & b")!.Span);
    }

    [TestMethod]
    public void A_later_import_wins_and_a_literal_beats_a_computed_value()
    {
        var props = Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><Title>x</Title><User>root</User></PropertyGroup></Project>");
        var project = Write(
            "a.csproj",
            "<Project><PropertyGroup><Title>x</Title><User>$(Other)</User><Only>$(X)y</Only></PropertyGroup>"
                + "</Project>");
        var elements = ProjectElements.Load([props, project]);
        Assert.AreEqual(project, elements.FindProperty("Title", "x")!.File);
        Assert.AreEqual(props, elements.FindProperty("User", "root")!.File);
        Assert.AreEqual(project, elements.FindProperty("User", "else")!.File);
        Assert.AreEqual(new SourceSpan(1, 68, 1, 73), elements.FindProperty("Only", "anything")!.Span);
        Assert.IsNull(elements.FindProperty("Title", "y"));
        Assert.IsNull(elements.FindProperty("Absent", "y"));
    }

    [TestMethod]
    public void Items_are_found_by_identity_attribute_and_child()
    {
        var path = Write("a.csproj", """
            <Project>
              <ItemGroup>
                <ContainerPort Include="80;8080" Type="tcp" />
                <ContainerLabel Include="org.a" Value="b &quot;c&quot;" />
                <ContainerEnvironmentVariable Include='NAME'>
                  <Value>text</Value>
                </ContainerEnvironmentVariable>
                <ContainerEnvironmentVariable Update="NAME" Value="other" />
              </ItemGroup>
            </Project>
            """);
        var elements = ProjectElements.Load([path]);
        Assert.AreEqual(new SourceSpan(3, 32, 3, 36), elements.FindItem("ContainerPort", "8080")!.Span);
        Assert.AreEqual(new SourceSpan(3, 44, 3, 47), elements.FindItem("ContainerPort", "80", "Type")!.Span);
        Assert.AreEqual(new SourceSpan(4, 44, 4, 59), elements.FindItem("ContainerLabel", "org.a", "value")!.Span);
        Assert.AreEqual(new SourceSpan(5, 44, 5, 48), elements.FindItem("ContainerEnvironmentVariable", "NAME")!.Span);
        Assert.AreEqual(
            new SourceSpan(8, 56, 8, 61), elements.FindItem("ContainerEnvironmentVariable", "NAME", "Value")!.Span);
        Assert.IsNull(elements.FindItem("ContainerPort", "443"));
        Assert.IsNull(elements.FindItem("ContainerPort", "80", "Nothing"));
    }

    [TestMethod]
    public void A_child_metadatum_is_placed()
    {
        var path = Write(
            "a.csproj",
            "<Project><ItemGroup><ContainerLabel Include=\"a\"><Value> v "
                + "</Value></ContainerLabel></ItemGroup></Project>");
        Assert.AreEqual(
            new SourceSpan(1, 57, 1, 58), ProjectElements.Load([path]).FindItem("ContainerLabel", "a", "Value")!.Span);
    }

    [TestMethod]
    public void Character_references_do_not_split_an_identity()
    {
        var path = Write("a.csproj", "<Project><ItemGroup><Q Include=\"a&amp;b;c\" /></ItemGroup></Project>");
        var elements = ProjectElements.Load([path]);
        Assert.AreEqual(new SourceSpan(1, 33, 1, 40), elements.FindItem("Q", "a&b")!.Span);
        Assert.AreEqual(new SourceSpan(1, 41, 1, 42), elements.FindItem("Q", "c")!.Span);
    }

    [TestMethod]
    [DataRow("<Project><PropertyGroup><Title>x</Title>")]
    [DataRow("not xml")]
    [DataRow("")]
    [DataRow("<!DOCTYPE p [<!ENTITY e SYSTEM "
        + "\"file:///etc/passwd\">]><Project><PropertyGroup><Title>x</Title><A>&e;</A></PropertyGroup></Project>")]
    [DataRow("<!DOCTYPE p [<!ENTITY a \"aa\"><!ENTITY b "
        + "\"&a;&a;\">]><Project><PropertyGroup><Title>x</Title></PropertyGroup></Project>")]
    public void Broken_or_hostile_files_hold_nothing(string xml) =>
        Assert.IsNull(ProjectElements.Load([Write("a.csproj", xml)]).FindProperty("Title", "x"));

    [TestMethod]
    public void Missing_deep_and_huge_files_are_survived()
    {
        var deep = Write("deep.csproj", string.Concat(System.Linq.Enumerable.Repeat("<a>", 200_000)));
        var huge = Write(
            "huge.csproj", "<Project><PropertyGroup><Title>x</Title></PropertyGroup><!--"
                + new string('-', 0)
                + new string('x', 9 * 1024 * 1024)
                + "--></Project>");
        var elements = ProjectElements.Load([Path.Combine(_folder, "absent.csproj"), deep, huge, _folder]);
        Assert.IsNull(elements.FindProperty("Title", "x"));
    }
}
