ARG A=1
FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV X=\$Y
