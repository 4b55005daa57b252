FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish/ /app/
RUN useradd --system app2 && echo ADD publish /app
