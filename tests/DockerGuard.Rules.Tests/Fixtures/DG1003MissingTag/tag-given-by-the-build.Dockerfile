# build: BASE=mcr.microsoft.com/dotnet/aspnet:10.0
ARG BASE=mcr.microsoft.com/dotnet/aspnet
FROM $BASE
