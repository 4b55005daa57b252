# policy: profile=hadolint; on=DG5031
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5031 1-29 below
# hadolint   ignore = DL3020
ADD a /a
# dockerguard ignore=DG5001
ADD b /b
