using System.Linq;
using System.Text;

namespace DockerGuard.Testing;

/// <summary>A Dockerfile of any length, of what long ones are made of.</summary>
public static class LongDockerfile
{
    /// <summary>A RUN in five lines, an ENV and a COPY in ten, and labels.</summary>
    public static string Of(int lines)
    {
        var text = new StringBuilder("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n");
        foreach (var line in Enumerable.Range(1, lines - 1))
        {
            text.Append((line % 10) switch
            {
                0 => $"ENV NAME_{line}=value-{line}\n",
                2 => $"RUN apt-get update && apt-get install -y --no-install-recommends package-{line} \\\n",
                3 => "    && rm -rf /var/lib/apt/lists/*\n",
                7 => $"RUN curl -fsSL https://example.com/{line}.tar.gz | tar -xz -C /opt \\\n",
                8 => "    && pip install --no-cache-dir tool==1.0\n",
                5 => $"COPY file-{line} /app/\n",
                _ => $"LABEL example.label-{line}=\"text {line}\"\n",
            });
        }

        return text.ToString();
    }
}
