# policy: profile=hadolint
COPPY a b
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
