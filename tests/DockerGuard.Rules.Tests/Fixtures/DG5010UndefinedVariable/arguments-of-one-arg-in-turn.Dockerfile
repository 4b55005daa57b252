FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG A=1 B=$A C
ENV D=$B$C
