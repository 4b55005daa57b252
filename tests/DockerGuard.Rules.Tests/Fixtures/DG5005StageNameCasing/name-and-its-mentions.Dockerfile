# expect DG5005 43-48
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS Build
RUN dotnet publish -o /out
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=Build /out /app
RUN --mount=type=bind,from=BUILD,target=/src true
ONBUILD COPY --from=Build /out /app
