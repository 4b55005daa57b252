FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN echo 'APT::Install-Recommends "0";' > /etc/apt/apt.conf.d/99lean
RUN apt-get update && apt-get install -y tzdata && rm -rf /var/lib/apt/lists/*
