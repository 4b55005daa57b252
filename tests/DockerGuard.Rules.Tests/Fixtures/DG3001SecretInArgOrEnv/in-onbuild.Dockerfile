FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG3001 13-24
ONBUILD ARG SIGNING_KEY
