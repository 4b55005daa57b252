# policy: on=DG5031
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ADD a \
# expect DG5031 1-25 below
# hadolint ignore=DL3020
    /a
