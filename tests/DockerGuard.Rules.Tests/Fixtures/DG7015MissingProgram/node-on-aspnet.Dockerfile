FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS build
WORKDIR /src
COPY . .
# expect DG7015 5-18
RUN node build.js
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
