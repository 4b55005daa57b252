# policy: profile=strict
# expect DG2006 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
