FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
RUN wget https://example.com/tool
FROM node:22-alpine AS client
RUN wget https://example.com/tool
FROM alpine:3.22 AS base
FROM base
RUN wget https://example.com/tool
