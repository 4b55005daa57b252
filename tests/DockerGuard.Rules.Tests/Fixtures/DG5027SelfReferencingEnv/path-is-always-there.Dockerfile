FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV PATH=/a:$PATH OTHER=$PATH
