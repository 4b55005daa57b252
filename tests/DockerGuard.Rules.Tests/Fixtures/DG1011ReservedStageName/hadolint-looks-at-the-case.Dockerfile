# policy: profile=hadolint
# expect DG1011 43-50
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS context
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS Scratch
