# policy: required=a,b
# expect DG6001 6-42
# expect DG6001 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
