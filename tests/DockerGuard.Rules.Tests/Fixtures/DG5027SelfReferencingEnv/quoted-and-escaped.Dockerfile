FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=1 B='$A' C=\$A
