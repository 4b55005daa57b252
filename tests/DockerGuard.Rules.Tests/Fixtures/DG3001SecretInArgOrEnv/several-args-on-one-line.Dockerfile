FROM mcr.microsoft.com/dotnet/sdk:10.0
# expect DG3001 27-36
# expect DG3001 37-47
ARG CONFIGURATION=Release NPM_TOKEN api_apikey=""
