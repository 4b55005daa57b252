# Nothing in it can be started: docker build --output takes the files out.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish -o /app

FROM scratch
COPY --from=build /app /
