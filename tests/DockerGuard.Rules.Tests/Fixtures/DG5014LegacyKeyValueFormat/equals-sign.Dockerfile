FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=1 B="two words"
LABEL a=b
