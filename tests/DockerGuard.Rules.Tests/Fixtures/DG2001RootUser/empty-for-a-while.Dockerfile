FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
USER ""
RUN ["/bin/app"]
USER 1654
