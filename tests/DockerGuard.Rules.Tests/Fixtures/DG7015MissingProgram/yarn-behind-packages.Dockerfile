FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
RUN apt-get update && apt-get install -y git
COPY . .
WORKDIR /src/client
# expect DG7015 15-27
RUN cd app && yarn install
RUN npm ci
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
