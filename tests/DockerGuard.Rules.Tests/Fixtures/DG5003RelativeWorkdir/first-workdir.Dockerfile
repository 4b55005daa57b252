FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5003 9-12
WORKDIR app
