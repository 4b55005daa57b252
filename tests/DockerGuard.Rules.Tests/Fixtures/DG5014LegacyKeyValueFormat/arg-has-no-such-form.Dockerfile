FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG KEY
ARG A B
