FROM mcr.microsoft.com/dotnet/sdk:10.0-aot AS build
RUN dotnet publish -o /app
# expect DG2001 6-13
FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app/Web"]
