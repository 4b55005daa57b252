FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5001 9-12
ONBUILD ADD . /src
