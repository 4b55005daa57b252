# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD ADD a /a
