# expect DG1003 32-60
FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk AS build
RUN dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG1003 13-20
COPY --from=busybox /bin/busybox /bin/
COPY --from=build /app /app
