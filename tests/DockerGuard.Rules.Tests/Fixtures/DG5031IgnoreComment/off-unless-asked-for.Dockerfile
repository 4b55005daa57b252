FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# hadolint ignore=DL3020
ADD a /a
