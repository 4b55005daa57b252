FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS root
FROM scratch
COPY --from=root / /
