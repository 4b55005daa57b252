FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV PUBLIC_KEY=abc DB_PASSWORD_FILE=/run/secrets/db KEY_VERSION=3 TOKEN_FILE=/run/secrets/token
