FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /src
# expect DG5025 30-34
COPY Web.csproj NuGet.config /app
