# syntax=docker/dockerfile:1
# policy: profile=hadolint
# a comment
ARG X=1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
RUN ls
