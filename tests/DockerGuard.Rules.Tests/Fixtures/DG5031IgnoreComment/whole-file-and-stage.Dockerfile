# policy: on=DG5031
# hadolint global ignore=DL3020
# hadolint stage ignore=DL3020
# hadolint shell=bash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ADD a /a
