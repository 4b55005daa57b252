# ignorefile: *
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
# expect DG3003 6-7
COPY . .
