FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN curl -o /tmp/a.tar https://example.com/a.tar
RUN tar -xf /tmp/a.tar && rm /tmp/a.tar
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /a /a
