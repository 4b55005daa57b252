# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS root
FROM scratch
# expect DG1014 18-19
COPY --from=root / /
