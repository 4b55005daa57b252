FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV APP_UID=1000 OWNER=$APP_UID
