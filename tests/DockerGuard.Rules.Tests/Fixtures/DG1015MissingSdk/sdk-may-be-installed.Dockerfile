FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY install.sh .
RUN ./install.sh && dotnet build
