FROM mcr.microsoft.com/dotnet/sdk:10.0 AS tools
RUN dotnet tool install --tool-path /tools dotnet-ef
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=tools /tools /usr/local/bin
RUN dotnet ef migrations bundle -o /app/migrate
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
