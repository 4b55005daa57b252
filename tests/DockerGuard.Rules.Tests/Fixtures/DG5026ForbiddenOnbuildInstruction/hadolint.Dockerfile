# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5026 9-13
ONBUILD FROM scratch
