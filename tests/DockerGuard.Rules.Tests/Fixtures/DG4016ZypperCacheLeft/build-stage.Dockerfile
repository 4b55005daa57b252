FROM registry.suse.com/bci/bci-base:15.6 AS build
RUN zypper --non-interactive install clang

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /app /app
