# expect DG1004 6-41
FROM mcr.microsoft.com/dotnet/sdk:latest AS build
RUN dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG1004 13-25
COPY --from=nginx:latest /etc/nginx/mime.types /app/
COPY --from=build /app /app
