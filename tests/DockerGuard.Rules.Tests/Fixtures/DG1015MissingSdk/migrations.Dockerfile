FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY . .
# expect DG1015 5-30
RUN dotnet ef database update
