FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN echo apt install curl && ls /etc/apt && rm -rf /var/lib/apt/lists/*
