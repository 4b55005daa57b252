# policy: on=DG5031
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# we ignore DL3020 here; hadolint ignores it too
ADD a /a
