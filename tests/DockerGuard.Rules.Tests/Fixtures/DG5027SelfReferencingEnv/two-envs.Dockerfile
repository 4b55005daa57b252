FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV TOOLS=/opt/tools
ENV PATH=$PATH:$TOOLS/bin
