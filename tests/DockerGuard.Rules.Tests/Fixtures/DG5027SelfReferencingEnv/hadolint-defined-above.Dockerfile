# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
ENV A=0
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV A=1 B=$A
