FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG TARGET=/app/
COPY a b $TARGET
COPY a b ${ELSEWHERE}
