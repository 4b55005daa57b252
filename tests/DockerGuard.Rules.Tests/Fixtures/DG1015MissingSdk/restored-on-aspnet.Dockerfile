FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS build
WORKDIR /src
COPY . .
# expect DG1015 5-19
RUN dotnet restore
RUN dotnet publish -o /app
